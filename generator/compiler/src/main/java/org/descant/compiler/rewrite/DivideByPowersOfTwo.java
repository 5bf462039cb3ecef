package org.descant.compiler.rewrite;

import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;

/**
 * Multiplies by the reciprocal of a power of two, which is exact.
 *
 * <pre>
 * x / 2^k = x * 2^-k,  x / -2^k = x * -2^-k     for |k| ≤ 126 (element) or 1022 (number)
 * </pre>
 *
 * <p>Both sides are the same real number rounded once, subnormal results and overflow included, as long as 2^k and 2^-k are themselves
 * representable in the type; within the limits both are normal floats (doubles). Not touched: any other divisor ({@code x / 3} is not
 * {@code x * (1/3)}), powers beyond the limits, and {@code x / 1}, which {@link DropNeutralOperands} leaves out.
 */
public final class DivideByPowersOfTwo implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply) || apply.operator() != Operator.DIVIDE) {
            return Optional.empty();
        }
        Precision precision = Precision.of(apply);
        OptionalDouble divisor = Literal.of(apply.operands().get(1));
        if (divisor.isEmpty() || !hasExactReciprocal(divisor.getAsDouble(), precision)) {
            return Optional.empty();
        }
        Expr reciprocal = Literal.number(1 / divisor.getAsDouble(), precision);
        return Optional.of(new Apply(Operator.MULTIPLY, apply.operands().get(0), reciprocal));
    }

    private static boolean hasExactReciprocal(double divisor, Precision precision) {
        int limit = precision == Precision.ELEMENT ? Float.MAX_EXPONENT - 1 : Double.MAX_EXPONENT - 1;
        int exponent = Math.getExponent(divisor);
        return Math.abs(exponent) <= limit && exponent != 0 && Math.abs(divisor) == Math.scalb(1.0, exponent);
    }
}

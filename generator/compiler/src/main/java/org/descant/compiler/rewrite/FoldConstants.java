package org.descant.compiler.rewrite;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;

/**
 * Computes an operation whose operands are all constants, by the definition that the interpreter uses.
 *
 * <pre>
 * f(c, …) = the constant that f gives           in double
 * f(Narrow(c), …) = Narrow(d)                   with d what f gives in double, if float gives d rounded
 * </pre>
 *
 * <p>The parameters may be float or double, and a system serves both: {@code Narrow(1) + Narrow(2)} is {@code Narrow(3)} in both, but
 * {@code Narrow(0.3) + Narrow(0.6)} in float is not 0.3 + 0.6 rounded to float, so it is not touched. Neither is {@code 0 * x} (NaN
 * for infinities, -0 for negative x), nor anything else with an operand that is no constant, nor a choice, which
 * {@link DecideChoices} decides without looking at the other branch.
 */
public final class FoldConstants implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply) || apply.operator().isChoice()) {
            return Optional.empty();
        }
        List<Expr> operands = apply.operands();
        if (operands.stream().allMatch(operand -> operand instanceof Constant || operand instanceof Truth)) {
            double value = result(apply.operator(), values(operands, Arithmetic.DOUBLE), Arithmetic.DOUBLE);
            return Optional.of(isCondition(apply) ? new Truth(value != 0) : new Constant(value));
        }
        if (operands.stream().allMatch(operand -> operand instanceof Narrow n && n.number() instanceof Constant)) {
            return element(apply);
        }
        return Optional.empty();
    }

    private static Optional<Expr> element(Apply apply) {
        double wide = result(apply.operator(), values(apply.operands(), Arithmetic.DOUBLE), Arithmetic.DOUBLE);
        double slim = result(apply.operator(), values(apply.operands(), Arithmetic.FLOAT), Arithmetic.FLOAT);
        if (Double.compare(Arithmetic.FLOAT.round(wide), slim) != 0) {
            return Optional.empty();
        }
        return Optional.of(isCondition(apply) ? new Truth(wide != 0) : new Narrow(new Constant(wide)));
    }

    private static boolean isCondition(Apply apply) {
        return apply.kind() == Kind.BOOLEAN;
    }

    private static double[] values(List<Expr> operands, Arithmetic arithmetic) {
        return operands.stream()
                .mapToDouble(operand -> value(operand, arithmetic))
                .toArray();
    }

    private static double value(Expr operand, Arithmetic arithmetic) {
        if (operand instanceof Constant constant) {
            return constant.value();
        }
        if (operand instanceof Truth truth) {
            return truth.value() ? 1 : 0;
        }
        return operand instanceof Narrow narrow ? arithmetic.round(value(narrow.number(), arithmetic)) : Double.NaN;
    }

    private static double result(Operator operator, double[] x, Arithmetic arithmetic) {
        return switch (x.length) {
            case 1 -> arithmetic.unary(operator, x[0]);
            case 2 -> arithmetic.binary(operator, x[0], x[1]);
            default -> arithmetic.ternary(operator, x[0], x[1], x[2]);
        };
    }
}

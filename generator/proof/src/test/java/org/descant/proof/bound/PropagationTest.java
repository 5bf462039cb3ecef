package org.descant.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Operator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PropagationTest {
    private static final Set<Operator> ELSEWHERE = EnumSet.of(
            Operator.CHOOSE, Operator.CHOOSE_TRUTH, Operator.CLAMP, Operator.CUBE, Operator.FOURTH, Operator.ISFINITE);

    /** Whatever the exact operands are within their bounds, the exact result is within the bound that follows. */
    @ParameterizedTest
    @EnumSource
    void bound_holdsWhereverTheExactOperandsAre(Operator operator) {
        if (ELSEWHERE.contains(operator) || operator.result() == Kind.BOOLEAN) {
            assertThat(operator).isIn(EnumSet.allOf(Operator.class));
            return;
        }
        Random random = new Random(operator.name().hashCode());
        double[] sizes = {1e-12, 1e-6, 1e-3, 0.1, 0.5};
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextInt(8) == 0 ? random.nextInt(5) - 2 : random.nextGaussian() * 3;
            double y = random.nextInt(4) == 0 ? random.nextInt(7) - 3 : random.nextGaussian() * 2;
            double a = sizes[random.nextInt(sizes.length)] * random.nextDouble();
            double b = random.nextBoolean() ? 0 : sizes[random.nextInt(sizes.length)] * random.nextDouble();
            double near = x + a * (2 * random.nextDouble() - 1);
            double beside = y + b * (2 * random.nextDouble() - 1);
            boolean one = operator.arity() == 1;
            double value = one ? Arithmetic.DOUBLE.unary(operator, x) : Arithmetic.DOUBLE.binary(operator, x, y);
            double exact =
                    one ? Arithmetic.DOUBLE.unary(operator, near) : Arithmetic.DOUBLE.binary(operator, near, beside);
            double bound = one
                    ? Propagation.unary(operator, x, Math.nextUp(a))
                    : Propagation.binary(operator, x, Math.nextUp(a), y, b == 0 ? 0 : Math.nextUp(b));
            if (!Double.isFinite(exact) || !Double.isFinite(value)) {
                continue;
            }
            // What the two evaluations here round is no part of the bound.
            double slack = 8 * (Math.ulp(value) + Math.ulp(exact) + Math.ulp(x) + Math.ulp(y));
            assertThat(Math.abs(value - exact))
                    .describedAs("%s at %s ± %s, %s ± %s", operator, x, a, y, b)
                    .isLessThanOrEqualTo(bound + slack);
        }
    }
}

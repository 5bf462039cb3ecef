package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFunctionTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO_BY_ROOT_PI =
            new BigDecimal("1.12837916709551257389615890312154517168810125865799771368817");

    @Test
    void at_randomNumbers_isWithinItsError() {
        Random random = new Random(5);
        double worst = 0;
        for (int i = 0; i < 2000; i++) {
            worst = Math.max(worst, error(random.nextDouble() * 6.1));
            worst = Math.max(worst, error(Math.scalb(1 + random.nextDouble(), -1 - random.nextInt(40))));
        }
        assertThat(worst).as("ulps").isBetween(0.5, 0.8);
    }

    /** Where the series end, where an entry of the table serves its furthest argument, and where 1 is nearest. */
    @Test
    void at_seams_isWithinItsError() {
        for (int k = 16; k <= 192; k++) {
            double seam = k / 32.0;
            assertThat(error(seam)).as("%s", seam).isLessThan(0.8);
            assertThat(error(Math.nextDown(seam))).as("below %s", seam).isLessThan(0.8);
            assertThat(error(Math.nextUp(seam))).as("above %s", seam).isLessThan(0.8);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 2.7, 5.99, 6, 100})
    void at_negative_isTheNegative(double x) {
        assertThat(Numeric.erf(-x)).isEqualTo(-Numeric.erf(x));
    }

    @Test
    void at_awkwardNumbers() {
        assertThat(Numeric.erf(0.0)).isEqualTo(Double.valueOf(0.0));
        assertThat(Numeric.erf(-0.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(Numeric.erf(Double.NaN)).isNaN();
        assertThat(Numeric.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Numeric.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Numeric.erf(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Numeric.erf(1e-300)).isEqualTo(1.1283791670955126e-300);
    }

    private static double error(double x) {
        double value = Numeric.erf(x);
        BigDecimal difference = new BigDecimal(value).subtract(exact(new BigDecimal(x)));
        return difference.abs().divide(new BigDecimal(Math.ulp(value)), DIGITS).doubleValue();
    }

    /** The Maclaurin series; its largest terms are about e³⁶, so that 60 digits leave 40. */
    private static BigDecimal exact(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 1; n < 40 || term.abs().compareTo(new BigDecimal("1e-40")) > 0; n++) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(-n), DIGITS);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return sum.multiply(TWO_BY_ROOT_PI, DIGITS);
    }
}

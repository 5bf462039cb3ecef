package org.descant.runtime;

/**
 * Near pow of floats, for {@link FloatRounding}: {@code xʸ = 2^(y log₂ x)} by {@link FloatLogarithm} and {@link FloatExponential}.
 *
 * <p>Errors: that of the logarithm is multiplied by {@code |y log x| < 16000 ln 2 / 128 < 86.7}, which makes
 * {@code 86.7 (1.2·10⁻¹⁴ + u) < 1.06·10⁻¹²}; with the power's own {@code 4·10⁻¹³} less than {@code 2⁻³⁹} in all.
 */
final class FloatPower {
    private FloatPower() {}

    /** {@code x} to the power {@code y}, for normal {@code x > 0} and a result from 2⁻¹²⁵ to 2¹²⁵. */
    static double pow(float x, float y) {
        return FloatRounding.isPositiveNormal(x, Float.POSITIVE_INFINITY)
                ? FloatExponential.power(y * FloatLogarithm.steps(FloatRounding.wide(x)))
                : FloatRounding.UNCERTAIN;
    }
}

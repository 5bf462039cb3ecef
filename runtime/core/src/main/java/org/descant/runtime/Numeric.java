package org.descant.runtime;

/**
 * The functions of a rule, each with one definition that interpreter and generated code share. All are made of IEEE 754
 * operations and {@link StrictMath} alone, so that their bits do not depend on the machine, the JDK or the compiler; they
 * change only together with {@link #VERSION}. A float function is its double result rounded once; {@link FloatRounding} says when fewer
 * digits are enough for that.
 */
public final class Numeric {
    /** The version of these definitions; results of one version are the same bits for ever. */
    public static final int VERSION = 1;

    /** C2 of JDK 25 makes vector code of {@link Math#signum}, in half the time of two bounds; that of JDK 17 makes scalar code of a whole loop for it. */
    private static final boolean IS_SIGNUM_FAST = Runtime.version().feature() >= 25;

    private Numeric() {}

    /** The root, correctly rounded; NaN below 0, −0 of −0. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** The root of a float; rounding the double root once more is correct rounding too. */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /** {@code x} to the power {@code y}, with the special cases of {@link StrictMath#pow}. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** {@link #pow(double, double)}, rounded once. */
    public static float pow(float x, float y) {
        double near = FloatPower.pow(x, y);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.pow(x, y);
    }

    /** e to the power {@code x}. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** {@link #exp(double)}, rounded once. */
    public static float exp(float x) {
        double near = FloatExponential.exp(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.exp(x);
    }

    /** e to the power {@code x}, less 1, exact for small {@code x}. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** {@link #expm1(double)}, rounded once. */
    public static float expm1(float x) {
        double near = FloatExponential.expm1(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.expm1(x);
    }

    /** The natural logarithm; NaN below 0, −∞ of ±0. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** {@link #log(double)}, rounded once. */
    public static float log(float x) {
        double near = FloatLogarithm.log(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.log(x);
    }

    /** The natural logarithm of {@code 1 + x}, exact for small {@code x}. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** {@link #log1p(double)}, rounded once. */
    public static float log1p(float x) {
        double near = FloatLogarithm.log1p(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** {@link #tanh(double)}, rounded once. */
    public static float tanh(float x) {
        double near = FloatExponential.tanh(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.tanh(x);
    }

    /** The sine of {@code x} radians. */
    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    /** {@link #sin(double)}, rounded once. */
    public static float sin(float x) {
        double near = FloatCircle.sin(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.sin(x);
    }

    /** The cosine of {@code x} radians. */
    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    /** {@link #cos(double)}, rounded once. */
    public static float cos(float x) {
        double near = FloatCircle.cos(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.cos(x);
    }

    /** The error function {@code 2/√π ∫₀ˣ exp(−s²) ds}, to less than 0.8 ulp; see {@link ErrorFunction}. */
    public static double erf(double x) {
        return ErrorFunction.at(x);
    }

    /** {@link #erf(double)}, rounded once. */
    public static float erf(float x) {
        double near = ErrorFunction.near(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) ErrorFunction.at(x);
    }

    /** The cube root, also of negative numbers. */
    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /** {@link #cbrt(double)}, rounded once. */
    public static float cbrt(float x) {
        double near = FloatRoot.cbrt(x);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.cbrt(x);
    }

    /** {@code √(x² + y²)} without overflow on the way; infinite if either is, even beside NaN. */
    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    /** {@link #hypot(double, double)}, rounded once. */
    public static float hypot(float x, float y) {
        double near = FloatRoot.hypot(x, y);
        return FloatRounding.isCertain(near) ? (float) near : (float) StrictMath.hypot(x, y);
    }

    /** The largest integer at most {@code x}. */
    public static double floor(double x) {
        return Math.floor(x);
    }

    /** {@link #floor(double)}; exact. */
    public static float floor(float x) {
        return (float) Math.floor(x);
    }

    /** The smallest integer at least {@code x}; −0 from −1 (excluded) to −0. */
    public static double ceil(double x) {
        return Math.ceil(x);
    }

    /** {@link #ceil(double)}; exact. */
    public static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    /** The nearest integer, the even one of two; keeps the sign of zero. */
    public static double round(double x) {
        return Math.rint(x);
    }

    /** {@link #round(double)}; exact. */
    public static float round(float x) {
        return (float) Math.rint(x);
    }

    /** {@code a − b ⌊a/b⌋}, each operation rounded; of the sign of {@code b}. */
    public static double mod(double a, double b) {
        return a - b * Math.floor(a / b);
    }

    /** {@link #mod(double, double)}, rounded once. */
    public static float mod(float a, float b) {
        return (float) mod((double) a, (double) b);
    }

    /** The distance from 0. */
    public static double abs(double x) {
        return Math.abs(x);
    }

    /** {@link #abs(double)}; exact. */
    public static float abs(float x) {
        return Math.abs(x);
    }

    /** −1, 1, or {@code x} itself where that is ±0 or NaN. */
    public static double sign(double x) {
        return IS_SIGNUM_FAST ? Math.signum(x) : clampedSign(x);
    }

    /** −1, 1, or {@code x} itself where that is ±0 or NaN. */
    public static float sign(float x) {
        return IS_SIGNUM_FAST ? Math.signum(x) : clampedSign(x);
    }

    /** Scaling takes every number but 0 to 1 or beyond, the smallest subnormal too, so that cutting off at ±1 is exact. */
    private static double clampedSign(double x) {
        return Math.max(-1.0, Math.min(1.0, x * 0x1p1023 * 0x1p52));
    }

    private static float clampedSign(float x) {
        return Math.max(-1f, Math.min(1f, x * 0x1p127f * 0x1p23f));
    }

    /** The smaller one; NaN if either is, and −0 is smaller than +0. */
    public static double min(double x, double y) {
        return Math.min(x, y);
    }

    /** The smaller one; NaN if either is, and −0 is smaller than +0. */
    public static float min(float x, float y) {
        return Math.min(x, y);
    }

    /** The larger one; NaN if either is, and +0 is larger than −0. */
    public static double max(double x, double y) {
        return Math.max(x, y);
    }

    /** The larger one; NaN if either is, and +0 is larger than −0. */
    public static float max(float x, float y) {
        return Math.max(x, y);
    }

    /** {@code max(low, min(high, x))}: NaN if any is, {@code low} where {@code low > high}. */
    public static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }

    /** {@code max(low, min(high, x))}: NaN if any is, {@code low} where {@code low > high}. */
    public static float clamp(float x, float low, float high) {
        return Math.max(low, Math.min(high, x));
    }

    /**
     * One of two numbers, bit for bit, without a branch: a processor guesses where a branch leads, and for numbers that are nothing like
     * each other it is wrong half of the time, which takes ten times as long as this.
     */
    public static double choose(boolean condition, double yes, double no) {
        long all = condition ? -1L : 0L;
        long bits = Double.doubleToRawLongBits(no);
        return Double.longBitsToDouble(bits ^ ((Double.doubleToRawLongBits(yes) ^ bits) & all));
    }

    /** One of two numbers; see {@link #choose(boolean, double, double)}. */
    public static float choose(boolean condition, float yes, float no) {
        int all = condition ? -1 : 0;
        int bits = Float.floatToRawIntBits(no);
        return Float.intBitsToFloat(bits ^ ((Float.floatToRawIntBits(yes) ^ bits) & all));
    }

    /** 1 where {@code a > b}, and 0 elsewhere, also where either is NaN. */
    public static double above(double a, double b) {
        return choose(a > b, 1.0, 0.0);
    }

    /** 1 where {@code a > b}, and 0 elsewhere, also where either is NaN. The sign of the difference as an int is 0 for NaN, and vector code where that of signs is. */
    public static float above(float a, float b) {
        return IS_SIGNUM_FAST ? Math.max((float) (int) Math.signum(a - b), 0f) : choose(a > b, 1f, 0f);
    }

    /** Whether {@code x} is neither infinite nor NaN. */
    public static boolean isfinite(double x) {
        return Math.abs(x) <= Double.MAX_VALUE;
    }

    /** Whether {@code x} is neither infinite nor NaN. */
    public static boolean isfinite(float x) {
        return Math.abs(x) <= Float.MAX_VALUE;
    }

    /** {@code x} rounded to the nearest float, the even one of two; ±∞ beyond the largest. */
    public static double f32(double x) {
        return (float) x;
    }

    /** {@code x} itself. */
    public static float f32(float x) {
        return x;
    }

    /**
     * {@code x} rounded to bfloat16 (8 significant bits, the exponents of float): to nearest, the even one of two;
     * subnormals kept, ±∞ beyond the largest, rounded once also from a double.
     */
    public static double bf16(double x) {
        return ShortFormat.BF16.round(x);
    }

    /** {@link #bf16(double)}; exact. */
    public static float bf16(float x) {
        return (float) bf16((double) x);
    }

    /**
     * {@code x} rounded to IEEE binary16 (11 significant bits): to nearest, the even one of two; subnormals kept, ±∞
     * from 65,520, rounded once also from a double.
     */
    public static double f16(double x) {
        return ShortFormat.F16.round(x);
    }

    /** {@link #f16(double)}; exact. */
    public static float f16(float x) {
        return (float) f16((double) x);
    }
}

package org.descant.runtime;

/**
 * A binary format of fewer bits, all of whose values are doubles too, and the rounding of doubles to it: to nearest, the
 * even one of two.
 */
enum ShortFormat {
    BF16(8, 0x1p-126, 0x1.ffp127),
    F16(11, 0x1p-14, 0x1.ffep15);

    private final double smallestNormal;
    private final double limit;
    private final double shift;
    private final int dropped;
    private final long half;

    /**
     * @param precision significant bits, the first included
     * @param smallestNormal below it values are spaced evenly
     * @param limit the middle between the largest value and the power of two after it, from where on infinity is nearest
     */
    ShortFormat(int precision, double smallestNormal, double limit) {
        this.smallestNormal = smallestNormal;
        this.limit = limit;
        dropped = 53 - precision;
        half = (1L << (dropped - 1)) - 1;
        shift = smallestNormal * (1L << dropped);
    }

    double round(double x) {
        double distance = Math.abs(x);
        if (distance < smallestNormal) {
            // The last bit of this sum is worth the spacing: the addition itself rounds.
            return Math.copySign(distance + shift - shift, x);
        }
        if (distance < limit) {
            long bits = Double.doubleToRawLongBits(x);
            return Double.longBitsToDouble((bits + half + ((bits >>> dropped) & 1)) >>> dropped << dropped);
        }
        return x * Double.POSITIVE_INFINITY;
    }
}

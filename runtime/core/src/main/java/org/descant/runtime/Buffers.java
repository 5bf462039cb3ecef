package org.descant.runtime;

/** Arrays of floats or doubles, reached by number. */
final class Buffers {
    /** Stands for no array. */
    static final Object NONE = new Object();

    /** Bytes of an array before its elements. */
    private static final int HEADER = 16;

    private static final int PAGE = 4096;

    /** Bytes that are enough for two arrays not to be in each other's way. */
    private static final int GAP = 512;

    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private final Object[] arrays;
    private final float[][] floats;
    private final double[][] doubles;
    private final int[] places;

    /** @param arrays in the order of their numbers */
    Buffers(Object[] arrays) {
        this(arrays, Rings.own(arrays.length));
    }

    /** @param places where among the arrays each number stands; somebody else may change it */
    Buffers(Object[] arrays, int[] places) {
        this.arrays = arrays.clone();
        this.places = places;
        floats = new float[arrays.length][];
        doubles = new double[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            floats[i] = arrays[i] instanceof float[] array ? array : NO_FLOATS;
            doubles[i] = arrays[i] instanceof double[] array ? array : NO_DOUBLES;
        }
    }

    /** The same with other arrays in place of some; {@link #NONE} where it stays. */
    Buffers lent(Object[] own) {
        Object[] mixed = arrays.clone();
        for (int i = 0; i < mixed.length; i++) {
            if (own[i] != NONE) {
                mixed[i] = own[i];
            }
        }
        return new Buffers(mixed, places);
    }

    /** Arrays of that many zeros each, apart from each other. */
    static Buffers scratch(ElementType elementType, int count, int length) {
        Object[] arrays = new Object[count];
        for (int i = 0; i < count; i++) {
            arrays[i] = apart(elementType, length);
        }
        return new Buffers(arrays);
    }

    /** One array of zeros. */
    static Object array(ElementType elementType, int length) {
        return switch (elementType) {
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
        };
    }

    /**
     * One array of zeros, with a gap behind it where the next one would lie nearly whole pages behind. Arrays of 2ᵏ elements do: they are 16 bytes apart
     * but for pages, and a processor that compares addresses within a page alone takes a load from one for what it has just stored to another, and
     * waits: up to a fifth of a step in the caches.
     */
    static Object apart(ElementType elementType, int length) {
        int bytes = elementType == ElementType.FLOAT ? Float.BYTES : Double.BYTES;
        long size = HEADER + (long) bytes * length;
        long toPage = Math.min(size % PAGE, PAGE - size % PAGE);
        boolean isNear = size >= PAGE && toPage < GAP / 2 && length < Integer.MAX_VALUE / 2;
        return array(elementType, isNear ? length + GAP / bytes : length);
    }

    /** A copy of an array of either type. */
    static Object copy(Object array) {
        return array instanceof float[] floats ? floats.clone() : ((double[]) array).clone();
    }

    /** A copy of an array of either type as doubles, which is exact. */
    static double[] widened(Object array) {
        if (array instanceof double[] doubles) {
            return doubles.clone();
        }
        float[] floats = (float[]) array;
        double[] wide = new double[floats.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = floats[i];
        }
        return wide;
    }

    /** The length of an array of either type. */
    static int length(Object array) {
        return array instanceof float[] floats ? floats.length : ((double[]) array).length;
    }

    /** How many there are. */
    int count() {
        return places.length;
    }

    /** The array of that number, which is empty if it is of doubles. */
    float[] floats(int number) {
        return floats[places[number]];
    }

    /** The array of that number, which is empty if it is of floats. */
    double[] doubles(int number) {
        return doubles[places[number]];
    }

    /** The array of that number, of either type. */
    Object array(int number) {
        return arrays[places[number]];
    }
}

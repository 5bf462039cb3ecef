package org.descant.compiler.interpret;

/** A value of a smaller space at every cell of a larger one. */
final class Spread implements Node {
    private final Node value;
    private final int[] map;
    private final double[] values;

    /** @param map for every cell of the larger space the cell of the smaller one */
    Spread(Node value, int[] map) {
        this.value = value;
        this.map = map;
        this.values = new double[map.length];
    }

    @Override
    public double[] values() {
        double[] small = value.values();
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = small[map[cell]];
        }
        return values;
    }
}

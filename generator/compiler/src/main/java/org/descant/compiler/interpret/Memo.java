package org.descant.compiler.interpret;

/**
 * A value of a smaller space than the one it is read in: each cell is computed once in a step, when it is first asked for. What no
 * branch asks for is never computed.
 */
final class Memo implements Node {
    private final Node value;
    private final int[] map;
    private final Epoch epoch;
    private final double[] known;
    private final long[] knownIn;

    /**
     * @param map for every cell of the larger space the cell of the smaller one
     * @param size the number of cells of the smaller space
     */
    Memo(Node value, int[] map, int size, Epoch epoch) {
        this.value = value;
        this.map = map;
        this.epoch = epoch;
        this.known = new double[size];
        this.knownIn = new long[size];
    }

    @Override
    public double at(int cell) {
        int place = map[cell];
        if (knownIn[place] != epoch.number()) {
            known[place] = value.at(place);
            knownIn[place] = epoch.number();
        }
        return known[place];
    }
}

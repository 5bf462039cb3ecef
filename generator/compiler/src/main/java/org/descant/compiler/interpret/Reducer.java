package org.descant.compiler.interpret;

import java.util.function.DoubleBinaryOperator;
import org.descant.compiler.ir.Reduction;
import org.descant.runtime.Numeric;

/** A reduction: of the cells of the argument's space that lie in one cell of the result's, in their order. */
final class Reducer implements Node {
    private final Reduction reduction;
    private final Node argument;
    private final int[] starts;
    private final int[] cells;

    private Reducer(Reduction reduction, Node argument, int[] starts, int[] cells) {
        this.reduction = reduction;
        this.argument = argument;
        this.starts = starts;
        this.cells = cells;
    }

    /**
     * @param map for every cell of the argument's space the cell of the result's
     * @param size the number of cells of the result's space
     */
    static Reducer of(Reduction reduction, Node argument, int[] map, int size) {
        int[] starts = new int[size + 1];
        for (int place : map) {
            starts[place + 1]++;
        }
        for (int place = 0; place < size; place++) {
            starts[place + 1] += starts[place];
        }
        int[] next = starts.clone();
        int[] cells = new int[map.length];
        for (int cell = 0; cell < map.length; cell++) {
            cells[next[map[cell]]++] = cell;
        }
        return new Reducer(reduction, argument, starts, cells);
    }

    /** The number of entries that are reduced to a cell. */
    int count(int place) {
        return starts[place + 1] - starts[place];
    }

    @Override
    public double at(int place) {
        return switch (reduction) {
            case SUM -> sum(place);
            case MEAN -> count(place) == 0 ? 0 : sum(place) / count(place);
            case AMAX -> extreme(place, Double.NEGATIVE_INFINITY, Numeric::max);
            case AMIN -> extreme(place, Double.POSITIVE_INFINITY, Numeric::min);
        };
    }

    double sum(int place) {
        int start = starts[place];
        return ReductionTree.sum(i -> argument.at(cells[start + i]), count(place));
    }

    private double extreme(int place, double none, DoubleBinaryOperator larger) {
        double result = none;
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            result = larger.applyAsDouble(result, argument.at(cells[i]));
        }
        return result;
    }
}

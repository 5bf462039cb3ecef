package org.descant.compiler.interpret;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Reduction;
import org.descant.runtime.Numeric;

/** A reduction: of the cells of the argument's space that lie in one cell of the result's, in their order. */
final class Reducer implements Node {
    private final Reduction reduction;
    private final List<ReductionTree> trees;
    private final Arithmetic precision;
    private final Node argument;
    private final int[] starts;
    private final int[] cells;
    private final double[] values;

    private Reducer(
            Reduction reduction,
            List<ReductionTree> trees,
            Arithmetic precision,
            Node argument,
            int[] starts,
            int[] cells) {
        this.reduction = reduction;
        this.trees = trees;
        this.precision = precision;
        this.argument = argument;
        this.starts = starts;
        this.cells = cells;
        this.values = new double[starts.length - 1];
    }

    /**
     * @param precision in which the argument is computed
     * @param trees for every cell of the result's space what adds its entries
     * @param map for every cell of the argument's space the cell of the result's
     */
    static Reducer of(Reduction reduction, List<ReductionTree> trees, Arithmetic precision, Node argument, int[] map) {
        int size = trees.size();
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
        return new Reducer(reduction, trees, precision, argument, starts, cells);
    }

    @Override
    public double[] values() {
        double[] entries = argument.values();
        for (int place = 0; place < values.length; place++) {
            values[place] = reduce(entries, place);
        }
        return values;
    }

    private double reduce(double[] entries, int place) {
        int from = starts[place];
        int to = starts[place + 1];
        return switch (reduction) {
            case SUM -> sum(entries, place);
            case MEAN -> from == to ? 0 : sum(entries, place) / (to - from);
            case AMAX -> extreme(entries, from, to, Double.NEGATIVE_INFINITY, Numeric::max);
            case AMIN -> extreme(entries, from, to, Double.POSITIVE_INFINITY, Numeric::min);
        };
    }

    private double sum(double[] entries, int place) {
        int from = starts[place];
        return trees.get(place).sum(i -> entries[cells[from + i]], starts[place + 1] - from, precision);
    }

    private double extreme(double[] entries, int from, int to, double none, DoubleBinaryOperator further) {
        double result = none;
        for (int i = from; i < to; i++) {
            result = further.applyAsDouble(result, entries[cells[i]]);
        }
        return result;
    }
}

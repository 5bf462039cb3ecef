package org.descant.compiler.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;

/** Reductions as the interpreter takes them: in which order, in which precision, in how many stages. */
public final class Reductions {
    private Reductions() {}

    /**
     * The result before it is rounded to its own precision.
     *
     * @param entries the values of the argument at all cells of its space
     * @param precision in which the argument is computed
     */
    public static double[] values(Layout layout, Reduce reduce, double[] entries, Arithmetic precision) {
        return node(layout, reduce, () -> entries, precision).values();
    }

    static Node node(Layout layout, Reduce reduce, Node argument, Arithmetic precision) {
        Space own = Space.of(reduce.shape(), reduce.view());
        Space entries = Space.of(reduce.argument().shape(), reduce.argument().view());
        Reduction reduction = reduce.reduction();
        if (own.level() == Level.GROUP) {
            Reduction inner = reduction == Reduction.MEAN ? Reduction.SUM : reduction;
            int[] map = layout.map(entries, Space.TENSOR);
            Node perTensor = Reducer.of(inner, trees(layout, Space.TENSOR), precision, argument, map);
            return new ModelReducer(reduction, perTensor, layout.size(entries), layout.groups());
        }
        return Reducer.of(reduction, trees(layout, own), precision, argument, layout.map(entries, own));
    }

    /** What adds the entries of each cell of a space. */
    private static List<ReductionTree> trees(Layout layout, Space space) {
        if (space.level() != Level.COL) {
            return Collections.nCopies(layout.size(space), ReductionTree.ADJACENT);
        }
        double[] cols = layout.dimensions(Dimension.COLS, space.view());
        List<ReductionTree> trees = new ArrayList<>();
        for (int tensor = 0; tensor < cols.length; tensor++) {
            ReductionTree tree = ReductionTree.ofColumn((int) cols[tensor]);
            trees.addAll(Collections.nCopies(layout.count(space, tensor), tree));
        }
        return trees;
    }
}

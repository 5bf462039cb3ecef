package org.descant.compiler.interpret;

import org.descant.compiler.ir.Arithmetic;
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
            Node perTensor =
                    Reducer.of(inner, ReductionTree.ADJACENT, precision, argument, map, layout.size(Space.TENSOR));
            return new ModelReducer(reduction, perTensor, layout.size(entries), layout.groups());
        }
        ReductionTree tree = own.level() == Level.COL ? ReductionTree.COLUMN : ReductionTree.ADJACENT;
        return Reducer.of(reduction, tree, precision, argument, layout.map(entries, own), layout.size(own));
    }
}

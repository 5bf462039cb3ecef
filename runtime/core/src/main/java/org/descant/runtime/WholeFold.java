package org.descant.runtime;

/** A reduction to one result for each tensor, from which the runtime makes that of the model. */
final class WholeFold implements Fold {
    private final ReductionDescription described;
    private final int reduction;
    private final ReductionTree tree;
    private int entries;
    private int length;

    WholeFold(ReductionDescription described, int reduction, ElementType terms) {
        this.described = described;
        this.reduction = reduction;
        this.tree = new ReductionTree(described.kind(), terms);
    }

    @Override
    public void begin(TensorWork tensor, Vectors vectors) {
        tree.begin();
        entries = 0;
        StateShape over = described.over();
        length = over.isOfCells()
                ? tensor.cells().geometry(over).count(over)
                : tensor.tensor().length();
    }

    @Override
    public void take(float[] terms, int from, int count) {
        if (ReductionTree.isBlock(entries, count, length)) {
            tree.addBlock(terms, from, count);
        } else {
            tree.append(terms, from, count);
        }
        entries += count;
    }

    @Override
    public void take(double[] terms, int from, int count) {
        if (ReductionTree.isBlock(entries, count, length)) {
            tree.addBlock(terms, from, count);
        } else {
            tree.append(terms, from, count);
        }
        entries += count;
    }

    @Override
    public boolean overwrites(int count) {
        return ReductionTree.isBlock(entries, count, length);
    }

    @Override
    public void end(TensorStep step) {
        double result = tree.result();
        boolean whole = described.shape() == StateShape.PER_TENSOR;
        step.reduced(reduction, whole ? ReductionTree.finished(described.kind(), result, entries) : result);
    }
}

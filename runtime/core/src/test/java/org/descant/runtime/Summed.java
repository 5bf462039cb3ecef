package org.descant.runtime;

/** Plays a generated class: a sum of squares of the gradient, by terms or, of whole blocks, by lanes. */
final class Summed extends Optimizer {
    private static final RuleDescription DESCRIPTION = RuleDescription.builder("Summed")
            .state("sum", StateShape.PER_TENSOR)
            .sweep()
            .reduction("sum(g^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
            .loop(new int[] {1}, new int[] {2})
            .sweep()
            .build();

    private final boolean hasBlocks;
    private int blocks;

    Summed(Parameters parameters, boolean hasBlocks) {
        super(DESCRIPTION, parameters);
        this.hasBlocks = hasBlocks;
    }

    /** The blocks whose terms were added up whole. */
    int blocks() {
        return blocks;
    }

    @Override
    protected void prologue(Step step) {}

    @Override
    protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
        if (sweep == 1) {
            tensor.next(0, tensor.reduced(0));
        }
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        for (int i = block.from(); i < block.to(); i++) {
            block.floats(2)[i] = block.floats(1)[i] * block.floats(1)[i];
        }
    }

    @Override
    protected boolean reducesBlocks(int sweep) {
        return hasBlocks && sweep == 0;
    }

    @Override
    protected void reduceBlock(int sweep, Block block) {
        float[] g = block.floats(1);
        float[] lanes = block.floats(2);
        for (int i = block.from(); i < block.to(); i++) {
            float lane = 0;
            for (int k = i; k < i + ReductionTree.BLOCK; k += Block.LANES) {
                lane = lane + g[k] * g[k];
            }
            lanes[i] = lane;
        }
        blocks++;
    }
}

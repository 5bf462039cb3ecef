package org.descant.runtime;

/** What takes the terms of a rule's reductions, a fold for each; those that a tensor does not need are left out. */
final class Folds {
    private static final int NONE = -1;

    private final Fold[] folds;
    private final Object copies;

    /** @param isNeeded whether any tensor has reductions driven here */
    Folds(RuleDescription rule, ElementType type, boolean isNeeded) {
        folds = new Fold[isNeeded ? rule.reductions().size() : 0];
        boolean isShared = rule.reductions().stream().anyMatch(ReductionDescription::sharesTerms);
        copies = Buffers.array(type, isShared ? 2 * ReductionTree.BLOCK : 0);
        for (int i = 0; i < folds.length; i++) {
            folds[i] = Fold.of(rule, i, type);
        }
    }

    /** Makes some of them ready for a tensor. */
    void begin(int[] reductions, TensorWork work, Vectors vectors) {
        for (int reduction : reductions) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].begin(work, vectors);
            }
        }
    }

    /**
     * Gives the next terms to those that share them. What overwrites them comes last, and has a copy of them if another one does so, too.
     *
     * @param count at most {@value ReductionTree#BLOCK}
     */
    void take(int[] reductions, TensorWork work, Object terms, int from, int count) {
        int last = NONE;
        for (int reduction : reductions) {
            if (!work.needs().reduction(reduction)) {
                continue;
            }
            if (!folds[reduction].overwrites(count)) {
                take(reduction, work, terms, from, count);
                continue;
            }
            if (last != NONE) {
                System.arraycopy(terms, from, copies, 0, count);
                take(last, work, copies, 0, count);
            }
            last = reduction;
        }
        if (last != NONE) {
            take(last, work, terms, from, count);
        }
    }

    /** Gives the next terms to one of them, which may overwrite them. */
    void take(int reduction, TensorWork work, Object terms, int from, int count) {
        if (!work.needs().reduction(reduction)) {
            return;
        }
        if (terms instanceof float[] floats) {
            folds[reduction].take(floats, from, count);
        } else {
            folds[reduction].take((double[]) terms, from, count);
        }
    }

    /** Has some of them leave their results in the tensor's cells, or in its step. */
    void end(int[] reductions, TensorWork work, TensorStep step) {
        for (int reduction : reductions) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].end(step);
            }
        }
    }
}

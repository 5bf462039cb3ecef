package org.descant.runtime;

/** What takes the terms of a rule's reductions, a fold for each; those that a tensor does not need are left out. */
final class Folds {
    private final Fold[] folds;

    /** @param isNeeded whether any tensor has reductions driven here */
    Folds(RuleDescription rule, ElementType type, boolean isNeeded) {
        folds = new Fold[isNeeded ? rule.reductions().size() : 0];
        for (int i = 0; i < folds.length; i++) {
            folds[i] = Fold.of(rule, i, type);
        }
    }

    /** Makes some of them ready for a tensor. */
    void begin(int[] reductions, TensorWork work) {
        for (int reduction : reductions) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].begin(work);
            }
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

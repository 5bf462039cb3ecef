package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.runtime.ElementType;

/**
 * A run that a rule is put to: its model, its length and where its numbers come from.
 *
 * @param tensors each in one of two groups
 * @param seed of weights, gradients and hyperparameters
 */
public record Trial(ElementType type, List<TensorSpec> tensors, int steps, long seed) {
    /** Lengths around those at which loops are unrolled, vectors filled and blocks cut. */
    private static final List<Integer> AWKWARD_LENGTHS =
            List.of(0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 1023, 4097);

    private static final List<Integer> SOME_LENGTHS = List.of(5, 0, 1, 17);

    public Trial {
        tensors = List.copyOf(tensors);
    }

    /** Four steps of a few short tensors. */
    public static Trial quick(ElementType type, long seed) {
        return new Trial(type, vectors(SOME_LENGTHS), 4, seed);
    }

    /** Three steps of tensors of every awkward length. */
    public static Trial thorough(ElementType type, long seed) {
        return new Trial(type, vectors(AWKWARD_LENGTHS), 3, seed);
    }

    /** Four steps of tensors of every rank, for rules that see more than elements. */
    public static Trial ofAllRanks(ElementType type, long seed) {
        List<TensorSpec> tensors = List.of(
                new TensorSpec("scalar", List.of(), 0),
                new TensorSpec("vector", List.of(5), 1),
                new TensorSpec("matrix", List.of(2, 3), 0),
                new TensorSpec("stack", List.of(2, 2, 3), 1),
                new TensorSpec("empty", List.of(0), 0));
        return new Trial(type, tensors, 4, seed);
    }

    private static List<TensorSpec> vectors(List<Integer> lengths) {
        List<TensorSpec> tensors = new ArrayList<>();
        for (int length : lengths) {
            tensors.add(new TensorSpec("tensor" + length, List.of(length), tensors.size() % 2));
        }
        return tensors;
    }
}

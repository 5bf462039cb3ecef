package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Every rank from 0 to 4, with axes of length 0 and 1 in every place. */
    private static final List<List<Integer>> SMALL = List.of(
            List.of(5),
            List.of(0),
            List.of(1),
            List.of(),
            List.of(3, 4),
            List.of(1, 6),
            List.of(6, 1),
            List.of(2, 0),
            List.of(2, 3, 2),
            List.of(2, 1, 3, 2),
            List.of(17));

    /** Longer than a block, in rows, columns and matrices that are not. */
    private static final List<List<Integer>> LONG = List.of(List.of(130, 40), List.of(3, 1700), List.of(700, 2, 3));

    public Trial {
        tensors = List.copyOf(tensors);
    }

    /** Four steps of a few small tensors of every rank. */
    public static Trial quick(ElementType type, long seed) {
        return new Trial(type, numbered(SMALL), 4, seed);
    }

    /** Three steps of vectors of every awkward length, and of tensors of every rank. */
    public static Trial thorough(ElementType type, long seed) {
        List<List<Integer>> shapes = new ArrayList<>(SMALL);
        shapes.addAll(LONG);
        AWKWARD_LENGTHS.forEach(length -> shapes.add(List.of(length)));
        return new Trial(type, numbered(shapes), 3, seed);
    }

    /** Three steps of a model of one tensor, whose shape the seed picks. */
    public static Trial ofOne(ElementType type, long seed) {
        int pick = Math.floorMod(seed, SMALL.size());
        return new Trial(type, numbered(SMALL.subList(pick, pick + 1)), 3, seed);
    }

    /** Two steps of two thousand small tensors. */
    public static Trial ofThousands(ElementType type, long seed) {
        List<List<Integer>> shapes = new ArrayList<>();
        while (shapes.size() < 2000) {
            shapes.add(SMALL.get(shapes.size() % SMALL.size()));
        }
        return new Trial(type, numbered(shapes), 2, seed);
    }

    /** Tensors with names that tell their shapes, in two groups. */
    private static List<TensorSpec> numbered(List<List<Integer>> shapes) {
        List<TensorSpec> tensors = new ArrayList<>();
        for (List<Integer> shape : shapes) {
            String size = shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
            int number = tensors.size();
            tensors.add(new TensorSpec("tensor" + number + "of" + size, shape, number / 2 % 2));
        }
        return tensors;
    }
}

package org.descant.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** The check that no element of memory that a step writes is two things at once. */
final class Overlaps {
    private record Slice(Tensor tensor, boolean isValue, int from, int to) {
        String words() {
            return (isValue ? "the values of '" : "the gradient of '") + tensor.name() + "' (elements " + from + " to "
                    + (to - 1) + ")";
        }
    }

    private Overlaps() {}

    /** @param overwritesGradients whether a step writes gradients as well as values */
    static void check(List<Tensor> tensors, boolean overwritesGradients) {
        IdentityHashMap<Object, List<Slice>> byArray = new IdentityHashMap<>();
        for (Tensor each : tensors) {
            if (each.length() > 0) {
                add(byArray, each.value(), new Slice(each, true, each.offset(), each.offset() + each.length()));
                int from = each.gradientOffset();
                add(byArray, each.gradient(), new Slice(each, false, from, from + each.length()));
            }
        }
        byArray.values().forEach(slices -> checkArray(slices, overwritesGradients));
    }

    private static void add(IdentityHashMap<Object, List<Slice>> byArray, Object array, Slice slice) {
        byArray.computeIfAbsent(array, key -> new ArrayList<>()).add(slice);
    }

    /** Two tensors may share a gradient that is only read: such a slice is held against the furthest value before. */
    private static void checkArray(List<Slice> slices, boolean overwritesGradients) {
        slices.sort(Comparator.comparingInt(Slice::from));
        Slice furthest = slices.get(0);
        Slice furthestValue = slices.get(0);
        for (Slice slice : slices.subList(1, slices.size())) {
            boolean isWritten = slice.isValue() || overwritesGradients;
            Slice other = isWritten ? furthest : furthestValue;
            if ((isWritten || other.isValue()) && other.to() > slice.from()) {
                throw new IllegalArgumentException(
                        other.words() + " and " + slice.words() + " overlap in one array: give each memory of its own");
            }
            furthest = slice.to() > furthest.to() ? slice : furthest;
            furthestValue = slice.isValue() && (!furthestValue.isValue() || slice.to() > furthestValue.to())
                    ? slice
                    : furthestValue;
        }
    }
}

package org.descant.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** The check that no element of memory is the value of two tensors, or a value and a gradient at once. */
final class Overlaps {
    private record Slice(Tensor tensor, boolean isValue, int from, int to) {
        String words() {
            return (isValue ? "the values of '" : "the gradient of '") + tensor.name() + "' (elements " + from + " to "
                    + (to - 1) + ")";
        }
    }

    private Overlaps() {}

    static void check(List<Tensor> tensors) {
        IdentityHashMap<Object, List<Slice>> byArray = new IdentityHashMap<>();
        for (Tensor each : tensors) {
            if (each.length() > 0) {
                add(byArray, each.value(), new Slice(each, true, each.offset(), each.offset() + each.length()));
                int from = each.gradientOffset();
                add(byArray, each.gradient(), new Slice(each, false, from, from + each.length()));
            }
        }
        byArray.values().forEach(Overlaps::checkArray);
    }

    private static void add(IdentityHashMap<Object, List<Slice>> byArray, Object array, Slice slice) {
        byArray.computeIfAbsent(array, key -> new ArrayList<>()).add(slice);
    }

    /** Gradients are only read, so that two tensors may share one: a slice is held against the furthest value before. */
    private static void checkArray(List<Slice> slices) {
        slices.sort(Comparator.comparingInt(Slice::from));
        Slice furthest = slices.get(0);
        Slice furthestValue = slices.get(0);
        for (Slice slice : slices.subList(1, slices.size())) {
            Slice other = slice.isValue() ? furthest : furthestValue;
            if ((slice.isValue() || other.isValue()) && other.to() > slice.from()) {
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

package org.descant.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A copy of all that an optimizer remembers, addressed by names: for every tensor its states per element, row, column and matrix, per tensor and per step, for
 * the model its states per model, and the number of updates done. Hyperparameters and the values themselves are the
 * caller's and are not part of it. It never changes.
 */
public final class Snapshot {
    private final String rule;
    private final ElementType elementType;
    private final long t;
    private final boolean started;
    private final Map<String, Double> model;
    private final Map<String, Map<String, Double>> numbers;
    private final Map<String, Map<String, Object>> elements;

    Snapshot(SnapshotBuilder builder) {
        rule = builder.rule;
        elementType = builder.elementType;
        t = builder.t;
        started = builder.started;
        model = new LinkedHashMap<>(builder.model);
        numbers = copy(builder.numbers);
        elements = copy(builder.elements);
    }

    private static <V> Map<String, Map<String, V>> copy(Map<String, Map<String, V>> byTensor) {
        Map<String, Map<String, V>> copy = new LinkedHashMap<>();
        byTensor.forEach((tensor, bySlot) -> copy.put(tensor, new LinkedHashMap<>(bySlot)));
        return copy;
    }

    /**
     * A snapshot to be filled in, as a reader of files would.
     *
     * @param rule the name of the rule that the state is of
     * @param elementType the type of the states per element
     * @param t the updates done
     */
    public static SnapshotBuilder builder(String rule, ElementType elementType, long t) {
        return new SnapshotBuilder(rule, elementType, t);
    }

    /** The name of the rule that the state is of. */
    public String rule() {
        return rule;
    }

    /** The type of the states per element. */
    public ElementType elementType() {
        return elementType;
    }

    /** The updates done. */
    public long t() {
        return t;
    }

    /** Whether the states hold; otherwise the first step evaluates their starts. */
    public boolean started() {
        return started;
    }

    /** The states per model. */
    public Set<String> modelSlots() {
        return new TreeSet<>(model.keySet());
    }

    /** The tensors that have state. */
    public Set<String> tensors() {
        Set<String> tensors = new TreeSet<>(numbers.keySet());
        tensors.addAll(elements.keySet());
        return tensors;
    }

    /** The states of a tensor that are single numbers: its own, and those per step, of the group that it is in. */
    public Set<String> numberSlots(String tensor) {
        return new TreeSet<>(numbers.getOrDefault(tensor, Map.of()).keySet());
    }

    /** The states per element, row, column and matrix of a tensor. */
    public Set<String> elementSlots(String tensor) {
        return new TreeSet<>(elements.getOrDefault(tensor, Map.of()).keySet());
    }

    /**
     * A state per model.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double number(String slot) {
        Double value = model.get(slot);
        if (value == null) {
            throw new IllegalArgumentException("the snapshot has no state '" + slot + "' per model");
        }
        return value;
    }

    /**
     * A state per step or per tensor.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double number(String tensor, String slot) {
        Double value = numbers.getOrDefault(tensor, Map.of()).get(slot);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the snapshot has no state '" + slot + "' as a number of the tensor '" + tensor + "'");
        }
        return value;
    }

    /**
     * A copy of a state per element, row, column or matrix, floats widened, which is exact.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double[] elements(String tensor, String slot) {
        return Buffers.widened(array(tensor, slot));
    }

    /** The array itself, of either type. */
    Object array(String tensor, String slot) {
        Object array = elements.getOrDefault(tensor, Map.of()).get(slot);
        if (array == null) {
            throw new IllegalArgumentException(
                    "the snapshot has no state '" + slot + "' per element of the tensor '" + tensor + "'");
        }
        return array;
    }
}

package org.descant.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Snapshot} in the making. */
public final class SnapshotBuilder {
    final String rule;
    final ElementType elementType;
    final long t;
    final Map<String, Double> model = new LinkedHashMap<>();
    final Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> elements = new LinkedHashMap<>();
    boolean started = true;

    SnapshotBuilder(String rule, ElementType elementType, long t) {
        if (t < 0) {
            throw new IllegalArgumentException("a snapshot after " + t + " updates: the count is at least 0");
        }
        this.rule = rule;
        this.elementType = elementType;
        this.t = t;
    }

    /** Says that the first step shall evaluate the states' starts, whatever the snapshot holds. */
    public SnapshotBuilder notStarted() {
        started = false;
        return this;
    }

    /** Adds a state per model. */
    public SnapshotBuilder number(String slot, double value) {
        model.put(slot, value);
        return this;
    }

    /** Adds a state per tensor; or one per step, which is given for every tensor and is the same for all tensors of a group. */
    public SnapshotBuilder number(String tensor, String slot, double value) {
        numbers.computeIfAbsent(tensor, key -> new LinkedHashMap<>()).put(slot, value);
        return this;
    }

    /**
     * Adds a copy of a state per element, row or column.
     *
     * @param values one value for each of these that the tensor has, in row-major order; for a snapshot of floats, each a float
     * @throws IllegalArgumentException if a value is lost when it is rounded to the snapshot's element type
     */
    public SnapshotBuilder elements(String tensor, String slot, double[] values) {
        return put(
                tensor,
                slot,
                switch (elementType) {
                    case DOUBLE -> values.clone();
                    case FLOAT -> narrowed(tensor, slot, values);
                });
    }

    /** Adds a copy of a state per matrix: these are doubles whatever the parameters are. */
    public SnapshotBuilder numbers(String tensor, String slot, double[] values) {
        return put(tensor, slot, values.clone());
    }

    /** Adds a copy of a state per element, row or column. */
    public SnapshotBuilder elements(String tensor, String slot, float[] values) {
        return put(
                tensor,
                slot,
                switch (elementType) {
                    case DOUBLE -> Buffers.widened(values);
                    case FLOAT -> values.clone();
                });
    }

    /** The finished snapshot. Whether it fits an optimizer is checked when it is restored. */
    public Snapshot build() {
        return new Snapshot(this);
    }

    /** Adds an array of the snapshot's element type that nobody else holds. */
    SnapshotBuilder put(String tensor, String slot, Object values) {
        elements.computeIfAbsent(tensor, key -> new LinkedHashMap<>()).put(slot, values);
        return this;
    }

    private static float[] narrowed(String tensor, String slot, double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
            if (Double.compare(narrow[i], values[i]) != 0) {
                throw new IllegalArgumentException("state '" + slot + "' of the tensor '" + tensor + "' holds "
                        + values[i] + ", which is no float: make the snapshot one of doubles, or round it");
            }
        }
        return narrow;
    }
}

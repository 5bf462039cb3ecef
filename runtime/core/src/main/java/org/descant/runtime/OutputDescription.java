package org.descant.runtime;

import java.util.List;

/** A value that can be read by name after a step. */
public sealed interface OutputDescription {
    /** The name in the rule. */
    String name();

    /**
     * An output that is a state, or whose value of the last step a state keeps.
     *
     * @param name the name in the rule
     * @param slot the slot of state
     * @param beforeFirstStep whether it has a value before the first step: it is a state, which then is its start
     */
    record Kept(String name, String slot, boolean beforeFirstStep) implements OutputDescription {}

    /**
     * An output per element that is computed when it is read, from the values and states that the last step left, by
     * {@link Optimizer#outputPrologue} and {@link Optimizer#outputLoop}.
     *
     * @param name the name in the rule
     * @param reads the buffers that its loop reads; none of them a gradient or an input
     */
    record Computed(String name, List<Integer> reads) implements OutputDescription {
        public Computed {
            reads = List.copyOf(reads);
        }
    }
}

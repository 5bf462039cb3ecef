package org.descant.cli;

import org.descant.runtime.ElementType;
import org.descant.runtime.RuleDescription;

/** What a rule's memory costs. */
final class StateCost {
    private StateCost() {}

    /** The bytes that a rule keeps for each parameter; a format of fewer bits is held in arrays of the element type too. */
    static int bytesPerParameter(RuleDescription rule, ElementType type) {
        return rule.elementStates().size() * bytes(type);
    }

    private static int bytes(ElementType type) {
        return switch (type) {
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
        };
    }
}

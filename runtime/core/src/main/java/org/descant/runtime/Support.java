package org.descant.runtime;

/** The check that this runtime can drive a rule; what it cannot drive yet is refused before any state is made. */
final class Support {
    private Support() {}

    static void check(RuleDescription rule, ElementType elementType) {
        if (!rule.elementTypes().contains(elementType)) {
            throw new IllegalArgumentException(rule.name() + " was not generated for " + elementType.javaName()
                    + "[]: generate it for that type, or convert the parameters");
        }
        if (rule.numericVersion() != Numeric.VERSION) {
            throw new IllegalArgumentException(rule.name() + " was generated for version " + rule.numericVersion()
                    + " of the numeric definitions, and this runtime has version " + Numeric.VERSION
                    + ": generate it again");
        }
        for (InputDescription input : rule.inputs()) {
            if (input.shape() != StateShape.PER_ELEMENT && input.shape() != StateShape.PER_MODEL) {
                refuse(rule, "asks for the input '" + input.name() + "' " + input.shape());
            }
        }
    }

    private static void refuse(RuleDescription rule, String what) {
        throw new UnsupportedOperationException(rule.name() + " " + what + ", which this runtime does not drive");
    }
}

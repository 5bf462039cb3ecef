package org.descant.runtime;

/** The check that a rule was generated for these parameters and this runtime, before any state is made. */
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
    }
}

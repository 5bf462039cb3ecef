package org.descant.compiler.resolve;

/** Ends a resolution whose size has no end in sight; it becomes a diagnostic. */
final class RuleTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    RuleTooLarge(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

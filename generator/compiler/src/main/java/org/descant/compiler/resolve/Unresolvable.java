package org.descant.compiler.resolve;

/** Ends a resolution that cannot go on, such as one whose size has no end in sight; it becomes a diagnostic. */
final class Unresolvable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unresolvable(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

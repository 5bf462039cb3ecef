package org.descant.compiler.resolve.text;

/** What a scope belongs to, and with it what may stand there. */
public enum ScopeKind {
    RULE("a rule"),
    DEF("a def"),
    SCHEDULE("a schedule"),
    /** What a derivation fixes: {@code B = A(lr: cosine(t - 1))}. */
    DERIVATION("a derivation"),
    /** A default or the end of a range. */
    CONSTANT("a constant");

    private final String description;

    ScopeKind(String description) {
        this.description = description;
    }

    /** How messages speak of it. */
    public String description() {
        return description;
    }

    /** Whether {@code t} can be read. */
    public boolean hasTime() {
        return this == RULE || this == DEF || this == DERIVATION;
    }

    /** Whether {@code rank}, {@code numel}, {@code rows} and {@code cols} can be read. */
    public boolean hasDimensions() {
        return this == RULE || this == DEF;
    }
}

package org.descant.compiler.resolve.pass;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** Ends a resolution that cannot go on, such as one whose size has no end in sight; it becomes a diagnostic. */
public final class Unresolvable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Span> place;

    public Unresolvable(String message) {
        super(message, null, false, false);
        this.place = Optional.empty();
    }

    public Unresolvable(Span place, String message) {
        super(message, null, false, false);
        this.place = Optional.of(place);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Where it is, or the other place where that is not known. */
    public Span placeOr(Span other) {
        return place.orElse(other);
    }
}

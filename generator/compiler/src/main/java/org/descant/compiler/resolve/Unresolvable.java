package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** Ends a resolution that cannot go on, such as one whose size has no end in sight; it becomes a diagnostic. */
final class Unresolvable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Span> place;

    Unresolvable(String message) {
        super(message, null, false, false);
        this.place = Optional.empty();
    }

    Unresolvable(Span place, String message) {
        super(message, null, false, false);
        this.place = Optional.of(place);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** Where it is, or the other place where that is not known. */
    Span placeOr(Span other) {
        return place.orElse(other);
    }
}

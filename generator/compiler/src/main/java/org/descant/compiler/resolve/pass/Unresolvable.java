package org.descant.compiler.resolve.pass;

import java.util.Optional;
import org.descant.compiler.resolve.text.Errors;
import org.descant.grammar.source.Span;

/** Ends a resolution that cannot go on, such as one whose size has no end in sight; it becomes a diagnostic. */
public final class Unresolvable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Span> place;
    private final String suggestion;

    public Unresolvable(String message) {
        this(message, "");
    }

    public Unresolvable(Span place, String message) {
        super(message, null, false, false);
        this.place = Optional.of(place);
        this.suggestion = "";
    }

    /** @param suggestion what to do about it */
    public Unresolvable(String message, String suggestion) {
        super(message, null, false, false);
        this.place = Optional.empty();
        this.suggestion = suggestion;
    }

    /** Reports it where it is, or at another place where that is not known. */
    public void report(Errors errors, Span other) {
        String reason = String.valueOf(getMessage());
        if (suggestion.isEmpty()) {
            errors.error(place.orElse(other), reason);
        } else {
            errors.error(place.orElse(other), reason, suggestion);
        }
    }
}

package org.descant.grammar.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is wrong with a rule: where, one sentence in the words of the person who wrote it, and where it can be said, what to
 * write instead.
 *
 * @param message one sentence without a full stop, beginning in lower case, naming things in single quotes
 * @param suggestion what to do, as a sentence of the same form ("did you mean 'beta1'?", "write m[t-1]")
 * @param notes other places that belong to it, such as the line of a def that does not suit its arguments
 */
public record Diagnostic(Severity severity, Span span, String message, Optional<String> suggestion, List<Note> notes) {
    /** Another place, and what stands there. */
    public record Note(Span span, String message) {}

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    public Diagnostic(Severity severity, Span span, String message, Optional<String> suggestion) {
        this(severity, span, message, suggestion, List.of());
    }

    public static Diagnostic error(Span span, String message) {
        return new Diagnostic(Severity.ERROR, span, message, Optional.empty());
    }

    public static Diagnostic error(Span span, String message, String suggestion) {
        return new Diagnostic(Severity.ERROR, span, message, Optional.of(suggestion));
    }

    public static Diagnostic warning(Span span, String message, String suggestion) {
        return new Diagnostic(Severity.WARNING, span, message, Optional.of(suggestion));
    }

    /** The same with one more note. */
    public Diagnostic with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(severity, span, message, suggestion, more);
    }

    /** The message as it is shown: long names are cut. */
    String shownMessage() {
        return LongWords.cut(message);
    }

    /** The suggestion as it is shown. */
    Optional<String> shownSuggestion() {
        return suggestion.map(LongWords::cut);
    }

    /** One line: {@code adam.opt:3:8: error: 'beta' is not defined (did you mean 'beta1'?)}. */
    @Override
    public String toString() {
        String text = span + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + shownMessage();
        return shownSuggestion().map(what -> text + " (" + what + ")").orElse(text);
    }
}

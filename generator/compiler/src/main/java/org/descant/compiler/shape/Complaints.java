package org.descant.compiler.shape;

import java.util.HashSet;
import java.util.Set;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;

/** The errors of one run of the shape stage: one a place, though a def is written out wherever it is applied. */
final class Complaints {
    private static final int LONGEST_QUOTE = 40;

    private final Diagnostics diagnostics;
    private final Set<Span> places = new HashSet<>();
    private final Set<String> excused = new HashSet<>();

    Complaints(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void report(Span span, String message) {
        if (places.add(span)) {
            diagnostics.report(Diagnostic.error(span, message));
        }
    }

    void report(Span span, String message, String suggestion) {
        if (places.add(span)) {
            diagnostics.report(Diagnostic.error(span, message, suggestion));
        }
    }

    /** Notes that the kind of an equation was reported where it is defined, so that its readers are not blamed. */
    void excuse(String variable) {
        excused.add(variable);
    }

    boolean isExcused(Term term) {
        return term instanceof Term.VariableTerm variable && excused.contains(variable.name());
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** A term as it is written, or something to stand for it where that would be long. */
    static String quote(Term term, String otherwise) {
        String text = term.span().text().strip();
        return text.isEmpty() || text.length() > LONGEST_QUOTE || text.contains("\n") ? otherwise : text;
    }

    /** What a state or an equation is called where it is written: the end of its path. */
    static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

package org.descant.compiler.shape;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.model.CallSites;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.Span;

/**
 * The errors of one run of the shape stage. One that is found inside a def or a rule comes of how that is applied, so it is reported where
 * the author applies it, with a note that leads inside; one an application and place.
 */
final class Complaints {
    private static final int LONGEST_QUOTE = 40;

    private record Place(Span reported, Span found) {}

    private final Diagnostics diagnostics;
    private final CallSites sites;
    private final Set<Place> places = new HashSet<>();
    private final Set<String> excused = new HashSet<>();
    private String owner = "";

    Complaints(Diagnostics diagnostics, RuleModel model) {
        this.diagnostics = diagnostics;
        this.sites = new CallSites(model.calls());
    }

    /** Says to which equation, state or hyperparameter the next terms belong; the empty name is no one's. */
    void in(String name) {
        owner = name;
    }

    void report(Span span, String message) {
        report(span, message, Optional.empty());
    }

    void report(Span span, String message, String suggestion) {
        report(span, message, Optional.of(suggestion));
    }

    private void report(Span span, String message, Optional<String> suggestion) {
        Optional<CallSites.Site> site = sites.around(span, owner);
        if (places.add(new Place(site.map(CallSites.Site::place).orElse(span), span))) {
            diagnostics.report(site.map(found -> found.report(span, message, suggestion))
                    .orElseGet(() -> new Diagnostic(Severity.ERROR, span, message, suggestion)));
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

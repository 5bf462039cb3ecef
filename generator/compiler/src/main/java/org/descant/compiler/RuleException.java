package org.descant.compiler;

import java.util.List;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;

/** Says that a rule is wrong. Its message is all that was found, each with its place, its line and what to do. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    public RuleException(List<Diagnostic> diagnostics) {
        super(new DiagnosticRenderer(false).render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A name that the caller gave is not known: no place of a text is meant. */
    RuleException(Diagnostic unknown) {
        super(unknown.message()
                + unknown.suggestion().map(instead -> "; " + instead).orElse(""));
        this.diagnostics = List.of(unknown);
    }

    /** What was found, warnings included. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

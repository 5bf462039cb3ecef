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

    /** What was found, warnings included. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

package org.descant.grammar.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the stages find, so that all errors of a rule are reported in one run. A diagnostic reported twice is kept once. */
public final class Diagnostics {
    private final Set<Diagnostic> reported = new LinkedHashSet<>();

    public void report(Diagnostic diagnostic) {
        reported.add(diagnostic);
    }

    public boolean hasErrors() {
        return reported.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** Everything reported, in the order of the report. */
    public List<Diagnostic> all() {
        return new ArrayList<>(reported);
    }
}

package org.descant.proof.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.descant.proof.mutation.Fate;
import org.descant.proof.mutation.KnownSurvivors;
import org.descant.proof.mutation.MutationReport;
import org.descant.proof.mutation.MutationRun;
import org.descant.proof.mutation.Trial;
import org.descant.proof.recorded.RecordedRun;

/** The claim that recorded runs catch every mutant of a rule. */
record Mutation(List<RecordedRun> runs, KnownSurvivors known) {
    void check() {
        if (runs.isEmpty()) {
            throw new IllegalStateException("mutants are caught by recordings: name one first");
        }
        MutationReport report = MutationRun.of(runs.stream().map(Trial::of).toList(), known);
        List<String> unmet = known.unmet(report);
        if (report.count(Fate.SURVIVED) > 0) {
            throw new AssertionError(survivors(report));
        } else if (!unmet.isEmpty()) {
            throw new AssertionError(
                    "listed as passing, but caught, or no mutant: take it off the list\n" + String.join("\n", unmet));
        }
    }

    private String survivors(MutationReport report) {
        String names = runs.stream().map(run -> run.trajectory().name()).collect(Collectors.joining(", "));
        int count = report.count(Fate.SURVIVED);
        return count + " of " + report.mutants() + " mutants of " + report.rule()
                + (count == 1 ? " reproduces " : " reproduce ") + names
                + " as the rule does: give a recording that tells "
                + (count == 1 ? "it" : "them") + " from the rule, or list " + (count == 1 ? "it" : "them")
                + " with the reason (@RuleTest(known = …), Proof.knowing)\n" + report.survivors();
    }
}

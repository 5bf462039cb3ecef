package org.descant.proof.mutation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of all mutants of a rule.
 *
 * @param rule the name of the optimizer
 */
public record MutationReport(String rule, List<Outcome> outcomes) {
    public MutationReport {
        outcomes = List.copyOf(outcomes);
    }

    /** The outcomes of one kind. */
    public List<Outcome> of(Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).toList();
    }

    /** How many there are of a kind. */
    public int count(Fate fate) {
        return of(fate).size();
    }

    /** How many mutants there are: what the compiler takes, and is not equal to the rule. */
    public int mutants() {
        return count(Fate.CAUGHT) + count(Fate.UNSEEN) + count(Fate.SURVIVED);
    }

    /** How many were caught, and those that were not, for people. */
    public String text() {
        String caught = rule + ": " + count(Fate.CAUGHT) + " of " + mutants() + " mutants caught";
        return count(Fate.SURVIVED) == 0
                ? caught
                : caught + "; these compute the same, or what it takes is in no run:\n" + survivors();
    }

    /** The mutants that passed all trials without being listed, each with its mistake and its lines. */
    public String survivors() {
        return of(Fate.SURVIVED).stream()
                .map(outcome ->
                        outcome.mutant().mistake() + "\n" + outcome.mutant().difference())
                .collect(Collectors.joining("\n"));
    }

    /** The share of the mutants that were caught; 1 where there are none. */
    public static double score(Collection<MutationReport> reports) {
        int mutants = reports.stream().mapToInt(MutationReport::mutants).sum();
        int caught =
                reports.stream().mapToInt(report -> report.count(Fate.CAUGHT)).sum();
        return mutants == 0 ? 1 : (double) caught / mutants;
    }
}

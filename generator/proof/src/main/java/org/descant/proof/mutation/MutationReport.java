package org.descant.proof.mutation;

import java.util.List;

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
}

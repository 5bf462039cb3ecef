package org.descant.proof.mutation;

/**
 * A mutant and what became of it.
 *
 * @param reason the trial that caught it, or why it is equal; otherwise empty
 */
public record Outcome(Mutant mutant, Fate fate, String reason) {}

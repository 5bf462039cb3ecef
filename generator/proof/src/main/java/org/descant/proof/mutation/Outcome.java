package org.descant.proof.mutation;

/**
 * A mutant and what became of it.
 *
 * @param reason the trial that caught it, or why it passes them all; otherwise empty
 */
public record Outcome(Mutant mutant, Fate fate, String reason) {}

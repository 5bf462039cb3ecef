package org.descant.proof.mutation;

/** What became of a mutant. */
public enum Fate {
    /** The compiler refuses it: it is none. */
    REFUSED,
    /** It fails a trial. */
    CAUGHT,
    /** It passes every trial, and is listed as equal to the rule. */
    EQUAL,
    /** It passes every trial, and nobody has said why. */
    SURVIVED
}

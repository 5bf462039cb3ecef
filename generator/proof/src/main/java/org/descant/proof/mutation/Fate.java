package org.descant.proof.mutation;

/** What became of a mutant. */
public enum Fate {
    /** The compiler refuses it: it is none. */
    REFUSED,
    /** It fails a trial. */
    CAUGHT,
    /** It passes every trial, and is listed as the same as the rule, whatever the rule is given. */
    EQUAL,
    /** It passes every trial, and is listed with what the trials lack. */
    UNSEEN,
    /** It passes every trial, and nobody has said why. */
    SURVIVED
}

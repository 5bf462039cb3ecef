package org.descant.proof.random;

/** What must hold for every rule. */
@FunctionalInterface
public interface Check {
    /** What is wrong with a rule, if something is; an exception is a fault of the compiler too. */
    Verdict check(RandomRule rule);
}

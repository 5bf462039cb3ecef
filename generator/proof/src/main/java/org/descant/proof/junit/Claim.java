package org.descant.proof.junit;

/**
 * One thing that is said of a rule.
 *
 * @param name what a list of results calls it: {@code "seed000-adam, janino"}
 * @param check throws an {@link AssertionError} if it is not so
 */
record Claim(String name, Runnable check) {}

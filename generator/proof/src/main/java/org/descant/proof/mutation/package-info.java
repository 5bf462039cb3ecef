/**
 * The harness put to the test: copies of a rule or a schedule with one mistake each, of the kinds that people make when they copy
 * equations (a sign flipped, eps beside the root instead of under it, two betas exchanged, a bias correction forgotten), must not reproduce
 * the recorded runs that the rule itself reproduces.
 *
 * <ol>
 *   <li>{@link org.descant.proof.mutation.Mutants} makes the copies, on the syntax tree. Only what the options of the recorded runs leave
 *       alive is changed; parts of the prelude that the rule uses are changed in a copy of their own.
 *   <li>{@link org.descant.proof.mutation.MutationRun} interprets each against the recorded runs, until one is not reproduced. What the
 *       compiler refuses is no mutant.
 *   <li>What survives either computes the same as the rule or shows what the recorded runs do not see;
 *       {@link org.descant.proof.mutation.KnownSurvivors} is a list of both, with the reasons.
 * </ol>
 */
@NullMarked
package org.descant.proof.mutation;

import org.jspecify.annotations.NullMarked;

/**
 * The passes over a rule whose equations are all written out: a {@link org.descant.compiler.resolve.pass.Draft} of terms under names of
 * their own. They know no scopes and no applications.
 *
 * <ol>
 *   <li>{@link org.descant.compiler.resolve.pass.PlaceStarts}: starts of states that are known only on the first active step become
 *       choices.
 *   <li>{@link org.descant.compiler.resolve.pass.EncodeTruths}: pasts of conditions are kept as numbers.
 *   <li>{@link org.descant.compiler.resolve.pass.FoldChoices}, {@link org.descant.compiler.resolve.pass.DropUnchosen}: constant conditions
 *       are decided, and what only the other branches need goes.
 *   <li>{@link org.descant.compiler.resolve.pass.OrderEvaluations}: gradients are numbered in the order in which they are made.
 *   <li>{@link org.descant.compiler.resolve.pass.Ordering}: equations are sorted; a {@code Cycle} is reported.
 *   <li>{@link org.descant.compiler.resolve.pass.Recurrences}: what depends on its own past must be declared.
 * </ol>
 *
 * <p>{@link org.descant.compiler.resolve.pass.SoundPart} is what can still be checked of a rule that has errors.
 */
package org.descant.compiler.resolve.pass;

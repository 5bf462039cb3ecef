/**
 * From syntax to the resolved rule: names are looked up, defs and rules that are applied are written out under names and clocks of their
 * own, options are set, time indices become memory, and equations are put in order. {@link org.descant.compiler.resolve.Resolver} is the
 * way in.
 *
 * <p>The steps, all on one {@code Draft}:
 *
 * <ol>
 *   <li>{@code RuleSpecs} follows derivations to the equations; {@code BodyCheck} and {@code EquationCheck} look at the text alone.
 *   <li>{@code RuleInstance} gives the rule its {@code Settings} (hyperparameters, options, inputs, rules) and {@code Body} writes its
 *       states and equations: {@code Translator} with {@code Reader} for names and {@code Caller} for calls. An {@code Application} does
 *       the same for what is applied, one {@code Scope} further in.
 *   <li>{@code PlaceStarts}: starts of states that are known only on the first active step become choices.
 *   <li>{@code EncodeTruths}: pasts of conditions are kept as numbers.
 *   <li>{@code FoldChoices}, {@code DropUnchosen}: constant conditions are decided, and what only the other branches need goes.
 *   <li>{@code OrderEvaluations}: gradients are numbered in the order in which they are made.
 *   <li>{@code Ordering}: equations are sorted; a {@code Cycle} is reported.
 *   <li>{@code Lints}: warnings, if there was no error.
 * </ol>
 *
 * <p>Names: an equation of an application is called by the path of equation names that leads to it ({@code fast.m}); a part in the middle
 * of an equation by a number ({@code total#2.a}) or, where it remembers nothing, by its own name ({@code w#cosine.k}); what is returned
 * stands under {@code return}. What the compiler names otherwise holds a {@code #}: {@code x#when}, {@code x#value}, {@code m#start}, and
 * {@code u#1} for a piece of a long expression.
 */
package org.descant.compiler.resolve;

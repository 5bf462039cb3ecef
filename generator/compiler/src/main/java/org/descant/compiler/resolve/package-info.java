/**
 * From syntax to the resolved rule: names are looked up, defs and rules that are applied are written out under names and clocks of their
 * own, options are set, time indices become memory, and equations are put in order. {@link org.descant.compiler.resolve.Resolver} is the
 * way in.
 *
 * <p>The steps, all on one {@code Draft}:
 *
 * <ol>
 *   <li>{@code RuleSpecs} follows derivations to the equations; what can be told from the text alone is in
 *       {@link org.descant.compiler.resolve.text}.
 *   <li>{@code RuleInstance} gives the rule its {@code Settings} (hyperparameters, options, inputs, rules) and {@code Body} writes its
 *       states and equations: {@code Translator} with {@code Reader} for names and {@code Caller} for calls. An {@code Application} does
 *       the same for what is applied, one {@code Scope} further in.
 *   <li>{@link org.descant.compiler.resolve.pass}: the passes over what is written, up to the order of the equations.
 *   <li>{@code Lints}: warnings, if there was no error.
 * </ol>
 *
 * <p>Names: an equation of an application is called by the path of equation names that leads to it ({@code fast.m}); a part in the middle
 * of an equation by a number ({@code total#2.a}) or, where it remembers nothing, by its own name ({@code w#cosine.k}); what is returned
 * stands under {@code return}. What the compiler names otherwise holds a {@code #}: {@code x#when}, {@code x#value}, {@code m#start}, and
 * {@code u#1} for a piece of a long expression.
 */
package org.descant.compiler.resolve;

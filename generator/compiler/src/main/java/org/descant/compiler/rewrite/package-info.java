/**
 * Rewrites: laws that make a system smaller, or move work to where it is done less often, without changing what the rule means.
 *
 * <p><b>Where a new one goes.</b> One law, or one family of laws with one argument, is one class named as a verb phrase. A law about a
 * single expression is an {@link org.descant.compiler.rewrite.ExpressionRewrite}; it sees a node whose operands are rewritten already
 * and answers with the new node. A law about names, clocks, order or what is read is a
 * {@link org.descant.compiler.rewrite.SystemRewrite}. Add it to the list in {@link org.descant.compiler.rewrite.Rewriter}: laws of
 * expressions first, since they make more names equal or dead.
 *
 * <p><b>What it must prove.</b> Its Javadoc states the laws as formulas, why they hold, and the near misses that it must not touch,
 * each with the value that tells the two sides apart. It declares its {@link org.descant.compiler.rewrite.Exactness}: strict compilation,
 * the default, runs only BITWISE laws, and a law is BITWISE only if it keeps every bit for zeros of both signs, infinities, NaN (any
 * NaN for any other), subnormals and the largest numbers, in float and in double alike: the type of the parameters is not known here.
 * Its test shows each law and each near miss on a system of a few lines, and runs it before and after on awkward numbers: on these
 * systems and on random ones.
 *
 * <p><b>What is checked for it.</b> The driver refuses a law that changes the kind or the precision of a node, or makes its shape larger.
 * A smaller shape is fine, since values spread (the branch of {@code if true then 1 else g} is a constant), except for the whole
 * argument of a reduction, whose shape says how many entries there are: there the driver keeps what was. It refuses a law of systems
 * that changes what a caller sees (hyperparameters, options, inputs, evaluations, outputs, range checks) or the type of anything that keeps
 * its name.
 *
 * <p>Names that the author gave stay where the equation stays; what the rewrites name is {@code s#1} (a scalar of the step) or
 * {@code #1} (a shared expression).
 */
package org.descant.compiler.rewrite;

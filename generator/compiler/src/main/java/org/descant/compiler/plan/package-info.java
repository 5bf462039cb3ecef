/**
 * How a rule is to be run: its equations as phases (one per gradient evaluation), sweeps (with a barrier between two), and loops, with
 * prologues in double before each sweep. What the later stages cannot generate yet is reported here, in the words of the rule.
 *
 * <p>A barrier stands only where a reduction must be known: a reduction is computed in the first sweep that can compute its argument,
 * and whatever reads it comes after. Numbers are computed in the first prologue that can, per group of tensors or per tensor, and handed
 * over to loops and later prologues. Elements are computed afresh in every sweep that needs them, from what the buffers held before the
 * step, since a read costs less than a write and a read, and arithmetic costs next to nothing; values and states are written in
 * the last sweep, unless fewer values move if a state is written earlier and read back. So no temporary of a tensor's size is ever needed.
 *
 * <p>A loop that would hold more than the JVM turns into vector code is made several, which run one after the other on each block of a
 * sweep ({@link org.descant.compiler.plan.LoopBudget} has the limit). They share what the states hold and compute the rest again.
 *
 * <p>An output per element that can be said in terms of what a step leaves is taken out of the step and planned by itself; it is computed
 * when it is read. Schedules have a plan of their own kind: numbers alone.
 */
package org.descant.compiler.plan;

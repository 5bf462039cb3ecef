/**
 * How a rule is to be run: its equations as phases (one per gradient evaluation), sweeps (one per barrier) and loops, with a prologue
 * in double before them. What the later stages cannot generate yet is reported here, in the words of the rule.
 *
 * <p>The first sweep of the first phase is all there is today: a rule without reductions needs no barrier. Loops of a sweep are a list,
 * so that a body that C2 would not vectorise whole can be split.
 *
 * <p>An output per element that can be said in terms of what a step leaves is taken out of the step and planned by itself; it is computed
 * when it is read. Schedules have a plan of their own kind: numbers alone.
 */
package org.descant.compiler.plan;

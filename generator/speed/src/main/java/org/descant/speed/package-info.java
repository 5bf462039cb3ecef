/**
 * How fast a rule runs, on the machine at hand: the time of a step for each element, beside what the memory allows, beside the same equations in C, and beside
 * the same Java without vector instructions.
 *
 * <p>All that is compared is measured in turn, in one process, by the processor time of one thread, and what is reported of it is the median of the rounds.
 * What other work on the machine takes away is memory bandwidth and cache; ratios of one round suffer least from that.
 *
 * <ul>
 *   <li>{@link org.descant.speed.c}: plans as C
 *   <li>{@link org.descant.speed.twin}: that C, compiled and called
 *   <li>this package: what is timed, and how
 * </ul>
 */
@NullMarked
package org.descant.speed;

import org.jspecify.annotations.NullMarked;

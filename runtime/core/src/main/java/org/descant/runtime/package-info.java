/**
 * What generated optimizers link to: parameters, hyperparameters, schedules, state, and the driving of a step.
 *
 * <p>A user names tensors ({@link org.descant.runtime.Parameters}), makes an {@link org.descant.runtime.Optimizer} of them
 * and calls {@code step()}. The generated class holds the arithmetic and nothing else; the runtime alone knows groups,
 * tensors, blocks and sweeps. A step is driven in this order:
 *
 * <ol>
 *   <li>For every group: the hyperparameters of this step, schedules asked and checked against their ranges.
 *   <li>Before the first step only, for every group: {@code startPrologue}, the states per step that do not start at 0.
 *   <li>For every group: {@code prologue}, all that is per step or per model, in double. Nothing has been written yet, and
 *       whatever throws up to here leaves values, state and {@code t} as they were.
 *   <li>Before the first step only: {@code startLoop}, the states per element that do not start at 0.
 *   <li>For every sweep, group, run and block of 4,096 elements: {@code loop}, all loops of the sweep on one block before
 *       the next block. A run is a stretch of adjacent tensors; where a gradient's offset is not its value's, the block
 *       is copied to scratch arrays, because loops over unequal offsets are not vectorised.
 *   <li>The states per step that the prologues computed become the state, and {@code t} advances.
 * </ol>
 *
 * <p>States per element are arrays that mirror the arrays of the values, index by index, so that one index serves every
 * buffer of a loop. They are reached by (parameter name, slot name) alone.
 *
 * <p>This package depends on the JDK's {@code java.base} and nothing else, and knows no compiler.
 */
package org.descant.runtime;

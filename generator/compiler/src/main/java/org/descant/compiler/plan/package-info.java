/**
 * How a rule is to be run: its equations as phases (one per gradient evaluation), sweeps (with a barrier between two), and loops, with
 * prologues in double before each sweep. What the later stages cannot generate yet is reported here, in the words of the rule.
 *
 * <p>A barrier stands only where a reduction must be known: a reduction is computed in the first sweep that can compute its argument,
 * and whatever reads it comes after. Numbers are computed in the first prologue that can, per group of tensors or per tensor, and handed
 * over to loops and later prologues. Elements are computed afresh in every sweep that needs them, from what the buffers held before the
 * step, since a read costs less than a write and a read; values and states are written in
 * the last sweep, unless fewer values move if a state is written earlier and read back. The terms of a reduction come before the loops of
 * their sweep, which may overwrite what they are made of; or after them, if they can be made of less then.
 *
 * <p>There are two exceptions from computing afresh. What the last sweep would have to compute again is kept if that costs more than a write and
 * a read of the cache ({@code Keeps}). It is the cache for most models, because it is done only where nothing but its own tensor is
 * waited for between the two sweeps: the runtime takes both on one tensor before it begins the next, and one array, as long as the
 * longest array of values, serves all tensors. It is memory again where all tensors lie in one array. A step of LAMB with its direction kept and its terms
 * made of that takes 0.4 of the time of one that does neither at a million elements in sixteen arrays, and 0.6 at 16,000 (JDK 17, busy machine).
 *
 * <p>A gradient that a rule asks for is a barrier too: the sweep before it writes its point into w, which the runtime keeps beside it, and
 * no state is written before the last of them, since any may fail. The other exception is here: a gradient is gone
 * when the next one comes, so what later sweeps need of it is kept over the evaluation, as the gradient or as what was made of it,
 * whichever moves fewer values. An input is read from the first sweep on that can know whether this step reads it.
 *
 * <p>C2 makes vector code of short loops only. A longer one gets a mark ({@link org.descant.runtime.LongLoop}), by which it unrolls four times as much, if the equations are such that C2
 * will hardly take one for another: thirteen rules of the library have such loops. Two loops that run one after the other on a block read again what a register would hold: share of the speed of C,
 * 16,384 floats, JDK 17, in two loops and in one: AMSGrad 0.92 and 1.14, AdEMAMix 0.69 and 0.88, OptimisticAdam 0.74 and 0.86, TrainingStep 0.83 and 0.99; on JDK 25 0.97 and 1.04, 0.78 and 0.87, 0.73 and 0.92, 0.94 and 0.98.
 *
 * <p>What holds for all elements or for none ({@code if t <= warmup}, {@code if rank >= 2}) is decided before a loop, which is another one then
 * ({@link org.descant.compiler.plan.LoopCases}); what a loop may hold is asked of each of them.
 *
 * <p>Any other loop that would hold too much is made several, which run one after the other on some blocks of a
 * sweep at a time ({@link org.descant.compiler.plan.LoopBudget} has the limits). They share what the states hold and compute the rest again. Of all ways to make
 * as few of them as possible of few stores, the one is taken that reads and writes least: every array that a second loop reads again comes from a farther cache than the registers that
 * held it.
 *
 * <p>Where states cannot carry what a later loop needs, because each new one is made of the old values of all, an array of its own does: a value is spilled
 * ({@code Spills}), if that takes more out of scalar code than it moves. The array is as long as the longest of the values, since loops over arrays with
 * unequal indices are no vector code; what a loop has left there is in the cache when the next one reads it. VSGD with one value spilled takes a fifth of the time.
 *
 * <p>Which vectors C2 finds in a loop hangs on how its sums are written, too: it pairs statements of neighbouring iterations by what they use and where, and may take one for another.
 * What is easily confused ({@code PairingRisks}) is written otherwise, with the same bits ({@code ClearSums}). ACProp as its paper writes it takes 3.7 ns an element, and so 0.5 (JDK 17;
 * 1.5 and 0.5 on JDK 25); two sums that weigh the same two values are differences, without which Lion takes 2.6 to 3.1 ns where it is compiled first, and so 0.4. Of 900 random rules of sums, products, quotients, roots and bounds, 263 are written otherwise: 24 of these are vector code only so, and 4 only as the author
 * wrote them (JDK 17). {@code samples/benchmarks} has the program that tells.
 *
 * <p>C2 makes no vector code of a choice for each element ({@code if m > g then m else 0}), but of masks of floats on JDK 25 ({@link org.descant.runtime.Numeric#above(float, float)}). Such a choice weighs as much as a loop may hold, so that it comes into a
 * loop of its own where loops can be split, and is kept for the last sweep rather than made again there, though more values move. What takes long on either side of it has a name
 * ({@link org.descant.compiler.rewrite.LiftFromChoices}) and comes into a loop before.
 *
 * <p>What is per matrix, row or column is computed in loops of its own, in every sweep after the prologues and before the elements. Such a
 * value is computed once, in the first sweep that can, and kept in a cell if another loop reads it: it is small beside the elements,
 * and to compute it again would mean to reduce again. What an element's equation says of rows alone ({@code sqrt(r)} in {@code g / sqrt(r)})
 * is such a value too. A state is stored in the loop that computes it if nothing reads what it was any more, and is the cell then; other
 * states are stored in a last sweep that passes over no elements. So a reduction of rows costs a barrier, but no pass over the elements.
 *
 * <p>A state that becomes what another one was costs nothing but its memory: the two take turns in the same arrays
 * ({@link org.descant.compiler.plan.Ring}). So of a history of n ages, {@code g[t-1]} to {@code g[t-n]}, a loop stores one, in the buffer
 * that the oldest had, and reads those that the rule reads. The runtime renames the arrays when the step is over. In the course of the step every age is
 * where it was: the oldest, too, until it is overwritten, which the planner treats as it does any other store.
 *
 * <p>Where a choice hangs on a tensor's dimensions alone ({@code if rank >= 2}), what the other branch would need is not kept for the tensor:
 * no state, no cell, no reduction. There is one plan all the same; its loops then write what nobody needs to scratch.
 *
 * <p>An output per element that can be said in terms of what a step leaves is taken out of the step and planned by itself; it is computed
 * when it is read. Schedules have a plan of their own kind: numbers alone.
 */
package org.descant.compiler.plan;

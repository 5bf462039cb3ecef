/**
 * What generated optimizers link to: parameters, hyperparameters, schedules, state, and the driving of a step.
 *
 * <p>A user names tensors ({@link org.descant.runtime.Parameters}), makes an {@link org.descant.runtime.Optimizer} of them
 * and calls {@code step()}, or {@code step(evaluation)} where the rule chooses the points of its gradients. The generated class holds the arithmetic and nothing else; the runtime alone knows groups,
 * tensors, blocks and sweeps. A step is driven in this order:
 *
 * <ol>
 *   <li>For every group: the hyperparameters of this step, schedules asked and checked against their ranges.
 *   <li>Before the first step only: the start sweeps, which give every state its start. Before the first step a state is its
 *       start, so nothing that can be seen has changed.
 *   <li>For every group: {@code prologue}, all that is per step, in double; then for every tensor: {@code tensorPrologue}.
 *       Nothing has been written yet, and whatever throws up to here leaves values, state and {@code t} as they were.
 *   <li>For every sweep, group and run: {@code loop}, on four blocks of 4,096 floats or two of doubles at a time, all loops of the sweep on
 *       these before the next; a loop that is alone in its sweep takes all elements of the run at once. A run is a stretch of adjacent tensors, or one tensor where the sweep reduces or takes numbers of a
 *       tensor; where a gradient's offset is not its value's, the block is copied to scratch arrays, because loops over
 *       unequal offsets are not vectorised. A loop that stores on some steps only, such as one that writes the point of a gradient which is not
 *       asked for on every step, is left out of the others, and a sweep with it that has no other loop.
 *   <li>Sweeps between which nothing but their own tensor is waited for (no number of the model, no gradient, no input) go together: all
 *       of them pass over one tensor before the next tensor begins, so that what one has read is in the cache for the next. The prologues
 *       of their groups, and the inputs per model that these ask for, come before the first of them. What one
 *       of them computes for another lies in an array, as long as the longest array of values, that serves all tensors; or in the gradient, if no
 *       loop reads that any more and the caller lets it be overwritten. A sweep after the first that adds
 *       nothing goes backwards, from the last group and tensor to the first: it begins with what was touched last. Within a tensor every sweep goes forwards, and every thread:
 *       processors fetch ahead in that direction, and a step of clipping, AdamW and an average whose second sweep took the blocks of one tensor backwards took 1.2 to 1.7 times as long
 *       from a million elements on.
 *   <li>At the end of a sweep its reductions are known, and the prologues for the next sweep read them.
 *   <li>Between two sweeps a gradient may be asked for, through the caller's {@link org.descant.runtime.Evaluation}. The sweep before has
 *       written its point into the values then; what they were is kept beside them, block by block, as they are overwritten. Until the
 *       last gradient is there no state is written, so that an evaluation that throws, or a source of inputs, costs nothing: the values are
 *       put back. Gradients that a later one overwrites are carried in buffers of the runtime's own, in the form that the rule's plan says.
 *   <li>The states per step, model and tensor that the prologues computed become the state, states that take turns in the same arrays are
 *       renamed, and {@code t} advances.
 * </ol>
 *
 * <p>A loop that begins again for every block keeps the processor from fetching ahead, and has a rest of its own that no vector holds. Several loops on 16,384 floats at a time, and one on all of
 * them, take of the time that they take on blocks of 4,096 (JDK 25, AMD EPYC with AVX-512): AdamW 0.95 of a model of 16,384 floats and 0.85 of one of 64 million, LAMB 0.96 and 0.88, TrainingStep 0.97 and 0.86, Adan 0.93 and
 * 0.95, PID 0.92 and 1.0. Where several loops take turns, 32,768 at a time bring nothing that could be told from noise, and are no longer in the
 * cache of smaller processors; nor do longer chunks of sweeps in which rows and columns play a part. A vector form that runs several loops as one takes all elements, too: of 64 million floats
 * VSGD takes 0.93 of the time so, EXAdam 0.94, GrokFastAdamW 0.9, PID 0.85. The first 4,000 blocks are taken one by one: the JVM compiles a loop that is called once in a step
 * after hundreds of steps only, and till then runs what it has compiled in the middle of a call.
 *
 * <p>A sweep that reduces runs loops that write the terms of the reductions before the other loops of a block or, where the rule's plan says so, after them, and adds these terms by a
 * tree of additions that never changes ({@code ReductionTree} words it): 512 lanes in the type of the terms, eight terms each;
 * all else in double. It was chosen by measuring the sum of squares of floats, on copies of blocks; time as a multiple of that tree's, JDK 17 / 25:
 *
 * <table>
 * <caption>Ways to add</caption>
 * <tr><th></th><th>16,000 elements, in cache</th><th>16 million, from memory</th></tr>
 * <tr><td>one double</td><td>6.4 / 5.2</td><td>4.2 / 4.6</td></tr>
 * <tr><td>sixteen doubles, in place</td><td>3.1 / 2.0</td><td>2.1 / 1.7</td></tr>
 * <tr><td>terms to scratch, then eight doubles</td><td>2.8 / 2.3</td><td>1.8 / 2.0</td></tr>
 * <tr><td>512 lanes of doubles</td><td>2.9 / 1.0</td><td>2.0 / 1.0</td></tr>
 * <tr><td>512 lanes of floats, eight terms each</td><td>1 / 1</td><td>1 / 1</td></tr>
 * <tr><td>256 lanes of floats, eight terms each</td><td>1.2 / 1.1</td><td>1.3 / 1.3</td></tr>
 * <tr><td>512 lanes of floats, sixteen terms each</td><td>0.8 / 0.9</td><td>1.0 / 0.9</td></tr>
 * </table>
 *
 * <p>Sixteen terms a lane would gain little and double the error; more lanes are slower for tensors of a thousand elements. Doubles
 * use the same tree, with lanes of doubles.
 *
 * <p>Where a rule's terms are simple enough for vector code, its class adds up whole blocks of them without storing a term: a loop takes two rows of 512 at a time, which lie at a
 * constant distance, and puts them to the lanes. A step of DoG, which sums two squares an element, takes 0.75 of the time so for 16,000 floats and 0.8 for 64 million, one that clips
 * by the norm before descent 0.93 and 0.86 (JDK 17, busy machine). Four rows at a time are as fast where a term reads one array, and no vector code where it reads two;
 * where two would be no vector code, a loop takes one (the product of sums of three arrays in MechanicSGD: a step takes half to 0.7 of the time on JDK 17, and as long as before on 25).
 *
 * <p>Other terms, and those of blocks that are not whole, lie in arrays of their own at the index of what they are made of, so that nothing has to be copied. These arrays reach as far as the
 * first half million elements of an array; terms of elements further on, where arrays have outgrown the caches, are computed on copies of 4,096. A step of DoG, which
 * sums two squares an element, takes 0.6 of the time that it took on copies of 512 for 16,000 floats, 0.7 for 260,000 (JDK 17 and 25, busy machine).
 *
 * <p>The rows of a tensor's matrices have a tree each, of their own terms. The columns lie beside each other, so whole rows are what is added
 * side by side: as many rows as make 512 terms, or one; each column has the tree whose lanes are its entries in these rows. So a
 * column of a narrow matrix is added as fast as one of a wide matrix, and a vector, whose elements are its rows, has its only column added as
 * the tensor is. A lane adds eight terms in the type of the terms here too, so the error of a sum of floats stays as bounded.
 *
 * <p>Values per row, column and matrix are <em>cells</em>: arrays of one entry each, of the parameters' type for rows and columns and of doubles for
 * matrices. Loops over cells have the form of loops over elements. For a loop that reads cells of a smaller shape, these are spread beside the
 * elements, block by block, in arrays that reach as far as those of terms, so that one index serves all arrays and the loop stays vector code; further on it works on
 * copies of at most 4,096 elements, beside which the cells are spread, and which end where a block of a row's tree does. Going to the next copies takes as long as some hundred elements:
 * with copies of 512 a matrix of 4,096 x 4,096 floats takes up to 1.5 times as long (Adam-mini 2.2 and 1.7 ns for each element, Adafactor 5.0 and 3.5, SGDP 5.1 and 3.8, centralized gradients 1.3 and 1.25; JDK 17).
 * Loops that read values per row take long rows one after the other, with these values as numbers
 * ({@link org.descant.runtime.Optimizer#rowLoop}), and where they read nothing else of a smaller shape they need neither: from 64 elements a row on in place of copies (a matrix of 4,096 x 4,096 floats: Adam-mini 1.0 and 1.75 ns for each element, adaptive clipping 1.5 and 2.3,
 * centralized gradients 0.9 and 1.3; rows of 100: 1.3 and 2.0, 2.0 and 2.4, 1.0 and 1.4; JDK 17), and from 512 on in place of values beside the elements (rows of 1,024: 0.9 of the time).
 * Values beside the elements are worth their place: a step of Adam-mini takes 0.6 of the time that it took on copies of 512, of Adafactor 0.65, of CAME 0.65 (a matrix of
 * 128 x 128 floats, JDK 17 and 25, busy machine). A state that a tensor does not need is an array that serves for all such states, so that the loops need no copies for its sake; further on, where
 * that array does not reach, those that touch it do.
 *
 * <p>What one loop of a sweep hands to the next, and to the terms behind it, stays in the copies. So, and with rows as numbers, a matrix of 8,000 x 8,000 floats takes Adafactor 3.5 ns for each element and
 * took 4.1, and SM3 3.4 and 4.6 (JDK 17). What is left is that memory and loops take turns: a copy comes from memory at what one processor can read, 11 to 18 GB/s, and while the loops work on it nothing
 * comes, whereas a loop in C over rows and columns works while it reads.
 * So do vector forms, which C2 lets have several indices: they find the elements where they are, and cells, terms and what loops hand on in arrays of a chunk. They are used so where all loops of a
 * sweep that need it have such a form, and none takes longer on its chunk than the plain loop with its copies. A matrix of 8,000 x 8,000 floats takes Adafactor 0.7 of the time so, SM3 0.6 and 0.7, AdamP 0.7 and 0.8, CAME 0.9 (JDK 17 and 25, two
 * processors of an AMD EPYC with AVX2, best of ten steps).
 *
 * <p>Reductions of the same terms to rows, columns and more share them: they are computed once, and what overwrites them as it adds takes them last, or a copy of them.
 *
 * <p>A step stays on the thread that calls it, which is what a server or a framework with threads of its own expects; an optimizer that is given
 * {@link org.descant.runtime.Workers} shares its sweeps with other threads. What a sweep has to do is cut into chunks of
 * whole blocks and tensors when the workers are given, and each thread has a share of them, the same in every step, so that what it has touched is
 * still in its cache; it takes what others have left when it is done with its own. The caller waits for nobody who has not begun. Every thread has
 * a block, scratch arrays and trees of its own. Where several threads reduce one tensor, each puts down what a block of the tree comes
 * to, and the calling thread adds these up in the order of the tree: the bits are those of one thread. So are they when all
 * threads but the caller's are busy, dead or closed. A tensor in whose sweep rows, columns or matrices play a part is one thread's work, so that
 * a model of one such tensor gains nothing.
 *
 * <p>Handing a sweep to a thread that is awake costs less than a microsecond, and pays from three blocks on, 12,288 elements; waking one costs 20 to
 * 70 microseconds, which pays from 500,000 elements for each thread. A thread therefore stays awake for 20 microseconds after a sweep. Where steps
 * of fewer elements follow each other closely, waking it once pays for all of them: it is tried for eight sweeps, every 1 to 4 milliseconds, and if it
 * is not awake at the end the sweeps go on without. If the caller has to wait for others longer than it works itself, other programs have the
 * processors, and it works alone for a while. Time of one thread as a multiple of that of two (JDK 17, two cores, models of 16 tensors, steps
 * one after the other, medians of nine rounds in turn):
 *
 * <table>
 * <caption>What a second thread brings</caption>
 * <tr><th></th><th>16,000 elements</th><th>256,000</th><th>1 million</th><th>16 million</th></tr>
 * <tr><td>AdamW</td><td>1.6 (one tensor)</td><td>1.7</td><td>1.8</td><td>1.5</td></tr>
 * <tr><td>clipping, AdamW and a mean of the weights</td><td>1.2</td><td>1.6</td><td>2.1</td><td>1.7</td></tr>
 * <tr><td>LAMB</td><td>1.3</td><td>1.9</td><td>1.9</td><td>1.7</td></tr>
 * <tr><td>Adafactor, matrices</td><td>1.5</td><td>1.5</td><td>1.6</td><td>not measured</td></tr>
 * </table>
 *
 * <p>On a machine whose processors other programs use, a second thread brings little or costs something: ratios of 0.8 to 1.2 were seen.
 *
 * <p>A generated class may have a {@linkplain org.descant.runtime.VectorLoops vector form} beside it. It is found by name when an optimizer makes its eighth step, and not touched before the
 * boot layer is seen to have the module that it needs. The Vector API is a hundred times slower than plain loops, and allocates, until it is compiled: both forms of each loop are therefore run in a thread
 * in the background, on numbers of the runtime's own and under the conditions of the seventh step, until they are; then their times decide, and are taken once more when all loops were compared, since the plain form may have been compiled
 * late. Where the class would work on copies, it is timed with what these take. What the user's thread runs changes from one block to the next, and no bit with it.
 * Kernels are called by method handles, which C2 leaves as calls: deep in the calls of a step it would reach its limit of depth inside the Vector API, and vectors become objects. On JDK 17 a norm
 * took twice as long so, in three runs of four. Numbers of the trial have many magnitudes, since a sum of a hundred like ones is exact as a double, and hides in what order it was made.
 *
 * <p>A {@link org.descant.runtime.Schedule} may be any function of the number of completed updates; generated ones are
 * {@link org.descant.runtime.SettableSchedule}s.
 *
 * <p>States per element are arrays that mirror the arrays of the values, index by index, so that one index serves every
 * buffer of a loop. They are reached by (parameter name, slot name) alone.
 *
 * <p>A history ({@code g[t-1]}, {@code g[t-2]}, {@code g[t-3]}) is a ring: a state is named by its age, and which array is of what age
 * changes at the end of the step, so that a step writes the new value over the oldest and copies none
 * ({@link org.descant.runtime.RingDescription}). Loops know nothing of it: they ask for buffers by number, and the
 * runtime alone knows which array a number means by now. All tensors share this one table, so a turn costs the same for a model of
 * one tensor and of thousands; it is made when nothing of the step can fail any more, so that a step that is given up leaves every age where
 * it was; and whatever goes by name, such as a snapshot, goes through the same table, so that it holds ages and not places. A
 * ring on a clock that stands still in a step does not turn in it. Numbers are copied, and values and gradients too: their arrays are the caller's.
 * Plain descent along {@code g[t-8]} moves 5 values for each element so, and 19 if every age is copied to the next; it takes a sixth of the time
 * for 16,000 floats, half for a million and a quarter for 8 million (JDK 17, one core of a busy machine, best of three rounds in turn).
 *
 * <p>This package depends on the JDK's {@code java.base} and nothing else, and knows no compiler.
 */
package org.descant.runtime;

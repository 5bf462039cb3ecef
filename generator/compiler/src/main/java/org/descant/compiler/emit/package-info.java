/**
 * Java from plans: one class per rule or schedule, as a careful engineer might have written it by hand. The text keeps to the dialect that javac
 * ({@code -Xlint:all -Werror}) and Janino share: no lambdas, {@code var}, records, switch expressions or generics.
 *
 * <p>Beside the class of a rule stands, where it is asked for, its vector form ({@link org.descant.compiler.emit.VectorsWriter}): the same loops, by their numbers, as calls
 * of the Vector API. It is another class because the Vector API is a module that most JVMs are not started with, and it has no way of its own to run a step: what it does not hold
 * (functions that the Vector API defines otherwise, loops over the rows or columns themselves, what is left behind the last whole vector) the class does. Choices, and loops that are too long for C2, gain most: what
 * the plan has split is one loop again ({@link org.descant.compiler.plan.JoinedLoop}), beside the parts, and computes once what these compute again or hand to each other in memory. At
 * 16,384 floats on JDK 17 (AVX-512) Adan, VSGD and EXAdam take 0.65 to 0.9 of the time so. Of sums the lanes of the
 * runtime's tree are added up where the elements are, at any offset, eight rows of a block in a register, and
 * widened from there: a norm of 64 million floats takes 0.8 to 0.9 of the time that it takes with lanes that are stored after four rows, sums of several arrays the same. Rows of a
 * tensor's matrices that are shorter than the lanes are added up by a method that is the same for all rules
 * ({@code VectorLoops.addRows}): their sums are of doubles, and plain Java on JDK 17 and 25 makes one conversion after the other, 0.26 ns for each term in place of 0.06 to 0.1. Share of the speed of C, 16,384 floats, JDK 17, without the Vector API and
 * with the loops that the runtime chooses: Cautious 0.42 and 0.88, LAMB 0.97 and 1.07, DoG 0.94 and 1.03, AdamW 0.85 and 0.94.
 *
 * <p>A condition that holds for all elements or for none is decided before the loop in either form ({@link org.descant.compiler.plan.LoopCases}), which then holds what the rule says for that
 * case and no more: a state that is left as it is is not written, and read only for what else needs it. GradientAccumulation over 400 steps, 16,384 floats, takes 0.1 ns on the steps between, and with the condition in
 * the loop 0.1 or 0.7 on JDK 25, as chance has it. Terms of sums choose inside the loop between two vectors.
 *
 * <p>Vector kernels of sweeps in which rows, columns or matrices play a part take what is not of elements, and what has no memory of its own, at another index than the elements
 * ({@link org.descant.compiler.emit.Shifts}), which plain loops may not if C2 is to make vector code of them; a kernel whose loop reads what is per row has a second form that takes it as a number.
 *
 * <p>No text of a rule reaches the source but through {@link org.descant.compiler.emit.Escape} (comments and strings) or
 * {@link org.descant.compiler.emit.JavaNames} (identifiers).
 */
package org.descant.compiler.emit;

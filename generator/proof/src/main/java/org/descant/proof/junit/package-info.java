/**
 * Proofs of your own rules in your own JUnit tests.
 *
 * <p>Put {@code org.descant:descant-proof} among the test dependencies of your project, beside JUnit 5. Then one annotated test says what a
 * rule is, with a result of its own for every recorded run and back end:
 *
 * <pre>{@code
 * class MyAdamTest {
 *     @RuleTest(rule = "src/main/opt/my-adam.opt", recordings = {"seed000-adam", "seed000-adam-l2"}, mutants = true)
 *     void myAdam_isAdam() {}
 * }
 * }</pre>
 *
 * <p>and so do three lines in any test, with or without JUnit, since what fails throws an {@link java.lang.AssertionError}:
 *
 * <pre>{@code
 * Proof.of("src/main/opt/my-adam.opt")
 *         .reproduces("seed000-adam", "seed000-adam-l2")
 *         .sameAs("adam")
 *         .agreesOnAllBackEnds()
 *         .mutantsAreCaught();
 * }</pre>
 *
 * <p>What fails says where the rule parts from the recording, what was computed on the way and, where one change mends it, which.
 *
 * <p>A rule is a file, a resource of the class path, or a rule of the library by its name, where descant-rules is on the class path. A
 * recording is the path of a file of the format {@code descant-oracle/1}, or the name of one of those that ship with descant-harness.
 */
@NullMarked
package org.descant.proof.junit;

import org.jspecify.annotations.NullMarked;

/**
 * Validation that knows no compiler: optimizers of any make are put to work on the same model, and what they do is compared with recorded
 * runs, with reference implementations, and with each other.
 *
 * <p>To hold an optimizer of any make against a recorded run takes a {@link org.descant.harness.Subject}, which puts it to work, and one
 * line:
 *
 * <pre>{@code
 * RunResult result = Comparison.ofRecording(Recordings.trajectory("seed000-adam"), mine);
 * }</pre>
 *
 * <ol>
 *   <li>{@link org.descant.harness.recorded}: recorded runs, and their reader
 *   <li>{@link org.descant.harness.reference}: rules written out by hand
 *   <li>{@link org.descant.harness.equations}: the equations of recorded runs, executed on other numbers
 *   <li>{@link org.descant.harness.generated}: generated classes as subjects
 *   <li>{@link org.descant.harness.compare}: runs beside each other
 *   <li>{@link org.descant.harness.numbers}: numbers at which laws of real numbers fail
 *   <li>{@link org.descant.harness.report}: what came of it, to be read
 * </ol>
 */
@NullMarked
package org.descant.harness;

import org.jspecify.annotations.NullMarked;

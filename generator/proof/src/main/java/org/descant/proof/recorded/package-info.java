/**
 * Which rule stands for which recorded run. A table says it, one line for each recording; that of the library is
 * {@code META-INF/descant/rules/recordings.txt} on the class path, and any project can have its own.
 *
 * <pre>
 * # The library's Adam, with the hyperparameters and options of the file.
 * seed000-adam: Adam
 * # The name in the rule on the left; on the right a value, or what the file calls it.
 * mine/run-7.json: MyAdam.opt with lr = alpha, amsgrad = true
 * # A rule that can be interpreted and not yet generated, and a run that no rule reproduces yet.
 * runs/clipped.json: clipping.opt:ClipByNorm needs inputs
 * muon-optax needs matrix products
 * # A schedule of the prelude.
 * schedules/cosine-torch = cosine_annealing(t - 1, base: 0.1, total: 25, end: 0.01)
 * </pre>
 *
 * <p>A recording is the name of one that ships with the harness, or the path of a {@code .json} file from the table's folder. A rule is
 * the name of one of the library, or the path of an {@code .opt} file from there, with a colon and the optimizer's name where the file
 * has several. Hyperparameters, options, inputs and states go by the same names in the rule and in the recording unless {@code with}
 * says otherwise.
 */
@NullMarked
package org.descant.proof.recorded;

import org.jspecify.annotations.NullMarked;

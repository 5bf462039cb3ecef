package org.descant.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.proof.random.AwkwardNumbers;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bound of a run in float holds on rules that people use, and says something: it is not thousands of times what happens. */
class LibraryBoundTest {
    private static final Path LIBRARY = Path.of("../../samples/rules/src/main/opt");
    private static final int SIZE = 500;
    private static final int STEPS = 50;

    /** @param most how many times the root mean square of the errors that of the bounds may be */
    @ParameterizedTest
    @CsvSource({
        "sgd, 10",
        "sgdmomentum, 30",
        "adam, 30",
        "adamw, 30",
        "rmsprop, 30",
        "rmspropcentered, 10000",
        "lion, 100",
        "adagrad, 30",
        "adamax, 30",
        "nadam, 100"
    })
    void bound_holdsAndIsOfUse(String file, double most) {
        Compilation compilation = Descant.compiler().importFrom(LIBRARY).run(LIBRARY.resolve(file + ".opt"), "ir");
        EquationSystem system = compilation.system().orElseThrow();
        List<TensorSpec> model = List.of(new TensorSpec("w", SIZE));
        BoundedRun floats = new BoundedRun(system, ElementType.FLOAT, model);
        BoundedRun doubles = new BoundedRun(system, ElementType.DOUBLE, model);
        AwkwardNumbers numbers = AwkwardNumbers.ordinary(1);
        double[] start = numbers.next(SIZE);
        floats.setWeight("w", start);
        doubles.setWeight("w", start);
        for (int step = 0; step < STEPS; step++) {
            double[] gradients = numbers.next(SIZE);
            floats.step(StepSource.of(gradients));
            doubles.step(StepSource.of(gradients));
        }
        double errors = 0;
        double bounds = 0;
        int infinite = 0;
        for (int i = 0; i < SIZE; i++) {
            double error = Math.abs(floats.weight("w")[i] - doubles.weight("w")[i]);
            double bound = floats.bound("w")[i] + doubles.bound("w")[i];
            assertThat(error).isLessThanOrEqualTo(bound);
            if (Double.isFinite(bound)) {
                errors += error * error;
                bounds += bound * bound;
            } else {
                infinite++;
            }
        }
        double ratio = Math.sqrt(bounds / errors);
        assertThat(ratio).describedAs("bound / error of " + file).isLessThan(most);
        assertThat(infinite)
                .describedAs("elements of " + file + " without a bound")
                .isLessThanOrEqualTo(SIZE / 100);
    }
}

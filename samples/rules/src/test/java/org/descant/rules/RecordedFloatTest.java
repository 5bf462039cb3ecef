package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.validate.FloatAllowance;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In float a rule stays as near to its recorded run as rounding explains: within the bound that follows from its operations. */
class RecordedFloatTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();

    /**
     * VSGD divides by the root of a sum of squares that cancel: in some elements rounding could make it 0. The others feed a number of the
     * whole model, or a curvature, back into itself. A bound knows nothing of errors that cancel, such as those of a vector and its length,
     * and grows by a factor per step.
     */
    private static final Map<String, Double> LEAST_BOUNDED = Map.of(
            "vsgd-kozistr", 0.8,
            "apollo-authors", 0.45,
            "dadapt-adam-authors", 0.4,
            "prodigy-authors", 0.1);

    /**
     * Mechanic divides by how far the weights are from their start, and by 1e-8 more: at the first step that is nothing, but its bound counts
     * what rounding did to the start twice.
     */
    private static final Set<String> UNBOUNDED = Set.of("mechanic-sgd-optax");

    @TestFactory
    Stream<DynamicTest> run_inFloat_staysWithinItsBound() {
        return LIBRARY.table().rows().stream()
                .filter(row -> row.rule().isPresent())
                .map(row -> DynamicTest.dynamicTest(row.recording(), () -> assertWithinBound(LIBRARY.run(row))));
    }

    private static void assertWithinBound(RecordedRun run) {
        FloatAllowance bounds = FloatAllowance.of(run.rule().system(), run.trajectory());
        RunResult result = Comparison.ofRecording(
                run.trajectory(), run.rule().subject(BackEnd.INTERPRETER, ElementType.FLOAT), bounds);
        assertThat(result.passes())
                .as(
                        "%s against %s, %d values undecided: %s",
                        result.actual(),
                        run.trajectory().source(),
                        bounds.undecided(),
                        result.deviations().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .isTrue();
        String name = run.trajectory().name();
        assertThat(1 - bounds.open())
                .as("share of parameters with a bound")
                .satisfies(share -> assertThat(share == 0).isEqualTo(UNBOUNDED.contains(name)))
                .isGreaterThanOrEqualTo(UNBOUNDED.contains(name) ? 0 : LEAST_BOUNDED.getOrDefault(name, 0.95));
    }
}

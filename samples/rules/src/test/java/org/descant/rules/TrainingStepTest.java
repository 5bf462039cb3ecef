package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.descant.compiler.Descant;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Sweep;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clipping, a rule, a schedule and an average of the weights become one class with no more work than their dependencies ask for. */
class TrainingStepTest {
    private static final int STEPS = 12;

    @Test
    void plan_isTwoSweeps_oneOfThemForTheLengthOfTheGradientAlone() {
        Plan plan = Descant.compiler()
                .run(LibraryRules.source("TrainingStep"), "plan")
                .executionPlan()
                .orElseThrow();

        assertThat(plan.sweeps()).hasSize(2);
        assertThat(arrays(plan.sweeps().get(0))).containsExactly("g");
        assertThat(arrays(plan.sweeps().get(1))).containsExactlyInAnyOrder("g", "w", "w.m", "w.v", "average");
        assertThat(plan.sweeps().stream().map(Sweep::traffic)).containsExactly(1, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrainingStep", "ClipByGlobalNormEps", "Lookahead", "WeightEMA", "SAM"})
    void groups_haveHyperparametersOfTheirOwn_throughAllOfIt(String rule) {
        List<double[]> written = inGroups(WrapperTest.writtenOut(rule));
        List<double[]> composed = inGroups(LibraryRules.source(rule));

        assertThat(composed)
                .usingElementComparator((one, other) -> Arrays.compare(one, other))
                .isEqualTo(written);
    }

    /** The arrays that a sweep reads. */
    private static List<String> arrays(Sweep sweep) {
        return sweep.allLoops().stream()
                .flatMap((Loop loop) -> loop.reads().stream())
                .map(Buffer::name)
                .distinct()
                .toList();
    }

    /** The parameters after some steps in which the two groups decay differently. */
    private static List<double[]> inGroups(SourceText rule) {
        double[][] values = {start(12), start(5)};
        double[][] gradients = {new double[12], new double[5]};
        Optimizer optimizer = Descant.compiler()
                .compile(rule)
                .create(Parameters.builder()
                        .tensor("weight", values[0], gradients[0], 4, 3)
                        .group("bias")
                        .tensor("bias", values[1], gradients[1], 5)
                        .build());
        optimizer.set("weight_decay", 0.1);
        optimizer.group("bias").set("weight_decay", 0);
        SplittableRandom random = new SplittableRandom(31);
        for (int t = 1; t <= STEPS; t++) {
            optimizer.step(number -> {
                for (double[] gradient : gradients) {
                    Arrays.setAll(gradient, i -> random.nextDouble(-3, 3));
                }
                return 1;
            });
        }
        return List.of(values);
    }

    private static double[] start(int length) {
        double[] start = new double[length];
        Arrays.setAll(start, i -> 0.25 * (i - length / 2));
        return start;
    }
}

package org.descant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.descant.runtime.Optimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
    @ParameterizedTest
    @EnumSource
    void bothForms_areTheSameRule(Workload workload) {
        Model ours = new Model(16 * 5_003, 1);
        Model theirs = new Model(16 * 5_003, 1);
        Optimizer generated = workload.generated(ours);
        Passes passes = workload.passes(theirs);
        Random random = new Random(2);

        for (int step = 0; step < 20; step++) {
            for (int tensor = 0; tensor < ours.gradients().length; tensor++) {
                for (int i = 0; i < ours.gradients()[tensor].length; i++) {
                    ours.gradients()[tensor][i] = (float) random.nextGaussian();
                    theirs.gradients()[tensor][i] = ours.gradients()[tensor][i];
                }
            }
            generated.step();
            passes.step();
        }

        double moved = 0;
        float[][] before = new Model(16 * 5_003, 1).values();
        for (int tensor = 0; tensor < before.length; tensor++) {
            for (int i = 0; i < before[tensor].length; i++) {
                assertThat(ours.values()[tensor][i]).isCloseTo(theirs.values()[tensor][i], within(2e-6f));
                moved = Math.max(moved, Math.abs(ours.values()[tensor][i] - before[tensor][i]));
            }
        }
        assertThat(moved).isGreaterThan(5e-5);
    }
}

package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops that have nothing to write in a step are left out of it. */
class RestingTest {
    /**
     * Plays a generated class that asks for its gradient at twice the values on every second step and holds it on the others; on every
     * third it remembers the mean of each row.
     */
    private static final class Resting extends Optimizer {
        private final List<String> made = new ArrayList<>();

        Resting(String name, int offset) {
            super(
                    RuleDescription.builder("Resting")
                            .state("held", StateShape.PER_ELEMENT)
                            .state("r", StateShape.PER_ROW)
                            .sweep()
                            .loop(new int[] {0}, new int[] {0})
                            .when(0)
                            .evaluation(true, 0)
                            .sweep()
                            .cellLoop(StateShape.PER_ROW, new int[] {0}, new int[] {0}, new int[] {})
                            .when(1)
                            .loop(new int[] {1, 3}, new int[] {0})
                            .loop(new int[] {1}, new int[] {2})
                            .when(0, 1)
                            .flags(2)
                            .build(),
                    Parameters.builder()
                            .tensor(name, new float[4], offset, new float[4], 0, 2)
                            .build());
        }

        @Override
        protected void prologue(Step step) {
            step.flag(0, step.t() % 2 == 0);
            step.flag(1, step.t() % 3 == 0);
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            made.add(sweep + "." + loop);
            if (sweep == 0) {
                for (int i = block.from(); i < block.to(); i++) {
                    block.floats(0)[i] = 2;
                }
            }
        }

        List<String> step(long t) {
            made.clear();
            while (t() < t) {
                made.clear();
                step(number -> {
                    made.add("evaluation");
                    return 0;
                });
            }
            return made;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void loops_withoutAConditionThatHolds_areLeftOut(int offset) {
        Resting resting = new Resting("w", offset);

        assertThat(resting.step(1)).containsExactly("1.1");
        assertThat(resting.step(2)).containsExactly("0.0", "evaluation", "1.1", "1.2");
        assertThat(resting.step(3)).containsExactly("1.0", "1.1", "1.2");
        assertThat(resting.step(6)).containsExactly("0.0", "evaluation", "1.0", "1.1", "1.2");
    }

    @Test
    void cancel_afterAPointThatWasNotMade_leavesTheValues() {
        Resting resting = new Resting("w", 0);
        float[] before = ((float[]) resting.parameters().tensor("w").value()).clone();

        assertThat(resting.prepare()).isFalse();
        resting.cancel();
        resting.step(1);

        assertThat(resting.prepare()).isTrue();
        assertThat((float[]) resting.parameters().tensor("w").value()).startsWith(2, 2);
        resting.cancel();
        assertThat((float[]) resting.parameters().tensor("w").value()).isEqualTo(before);
        assertThat(resting.t()).isEqualTo(1);
    }
}

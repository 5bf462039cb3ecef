package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** An output that is computed when it is read. */
class OutputTest {
    private final float[] arena = {9, 1, 2, 3, 9};
    private final float[] gradient = {1, 1, 1, 9};
    private final Parameters parameters = Parameters.builder()
            .tensor("a", arena, 1, gradient, 0, 2)
            .group("slow")
            .tensor("b", arena, 3, gradient, 2, 1)
            .build();

    @Test
    void output_computed_isMadeOfWhatTheLastStepLeft() {
        Descent descent = new Descent(parameters);
        descent.group("slow").set("lr", 0.25);
        descent.step();
        descent.set("lr", 4);
        assertThat(arena).containsExactly(9, 0, 1, 2.75f, 9);
        assertThat(descent.output("a", "twice")).containsExactly(1, 3);
        assertThat(descent.output("b", "twice")).containsExactly(5.75);
        assertThat(arena).containsExactly(9, 0, 1, 2.75f, 9);
    }

    @Test
    void output_computedAfterRestore_isTheSame() {
        Descent descent = new Descent(parameters);
        descent.step();
        Descent other = new Descent(parameters);
        other.restore(descent.snapshot());
        assertThat(other.output("a", "twice")).isEqualTo(descent.output("a", "twice"));
    }

    @Test
    void output_computedAskedForWrongly_saysHow() {
        Descent descent = new Descent(parameters);
        assertThatThrownBy(() -> descent.output("a", "twice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Descent: 'twice' has no value before the first step");
        assertThatThrownBy(() -> descent.output("twice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Descent: 'twice' is per element: ask for it with a tensor's name");
    }

    /** Gradient descent whose output is {@code 2 * w[t] + lr}. */
    private static final class Descent extends Optimizer {
        private static final RuleDescription DESCRIPTION = RuleDescription.builder("Descent")
                .hyper("lr", 1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
                .state("lr", StateShape.PER_STEP)
                .computedOutput("twice", new int[] {0})
                .loop(new int[] {0, 1}, new int[] {0})
                .scalars(1)
                .build();

        Descent(Parameters parameters) {
            super(DESCRIPTION, parameters);
        }

        @Override
        protected void prologue(Step step) {
            step.scalar(0, step.hyper(0));
            step.next(0, step.hyper(0));
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            float[] w = block.floats(0);
            float[] g = block.floats(1);
            float lr = (float) block.scalar(0);
            for (int i = block.from(); i < block.to(); i++) {
                w[i] = w[i] - lr * g[i];
            }
        }

        @Override
        protected void outputPrologue(int output, Step step) {
            step.scalar(0, step.previous(0));
        }

        @Override
        protected void outputLoop(int output, Block block) {
            float[] w = block.floats(0);
            float[] result = block.floats(2);
            float lr = (float) block.scalar(0);
            for (int i = block.from(); i < block.to(); i++) {
                result[i] = 2 * w[i] + lr;
            }
        }
    }
}

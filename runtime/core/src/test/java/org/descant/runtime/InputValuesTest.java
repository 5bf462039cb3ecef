package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InputValuesTest {
    /** Plays a generated class: takes an input away from the values. */
    private static final class Given extends Optimizer {
        Given(Parameters parameters) {
            super(
                    RuleDescription.builder("Given")
                            .input("h", StateShape.PER_ELEMENT)
                            .sweep()
                            .loop(new int[] {0, 2}, new int[] {0})
                            .build(),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int i = block.from(); i < block.to(); i++) {
                block.floats(0)[i] -= block.floats(2)[i];
            }
        }
    }

    private final float[] values = {1, 2, 3};
    private final Given optimizer =
            new Given(Parameters.builder().tensor("w", values, new float[3], 3).build());

    @Test
    void input_withAnOffset_isCopiedFromThere() {
        optimizer.input("h", "w", new float[] {9, 1, 1, 2}, 1);
        optimizer.step();
        assertThat(values).containsExactly(0, 1, 1);
    }

    @Test
    void input_ofTooFewValues_isRefused() {
        assertThatThrownBy(() -> optimizer.input("h", "w", new float[4], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Given: the input 'h' has 2 elements from 2 on, and the tensor 'w' has 3");
        assertThatThrownBy(() -> optimizer.input("h", "w", new float[4], Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Given: the input 'h' has 0 elements from 2147483647 on, and the tensor 'w' has 3");
    }

    @Test
    void input_fromANegativeOffset_isRefused() {
        assertThatThrownBy(() -> optimizer.input("h", "w", new float[10], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Given: the input 'h' is given for the tensor 'w' from -1 on: no offset is negative");
    }

    @Test
    @SuppressWarnings("NullAway") // Callers are not all checked for it.
    void input_thatIsNull_isRefused() {
        float[] none = null;
        assertThatThrownBy(() -> optimizer.input("h", "w", none, 0))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Given: the values of the input 'h' for the tensor 'w' are null");
        assertThatThrownBy(() -> optimizer.inputs(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Given: the source of inputs is null");
    }

    @Test
    void input_ofAnotherTensor_isRefused() {
        assertThatThrownBy(() -> optimizer.input("h", "v", new float[3], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no tensor 'v'; there are w");
    }
}

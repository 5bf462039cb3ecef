package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final int[] W = {0};

    private final Parameters floats =
            Parameters.builder().tensor("w", new float[1], new float[1], 1).build();

    @Test
    void adam_saysWhatItIs() {
        RuleDescription adam = new Adam(floats).description();
        assertThat(adam.name()).isEqualTo("Adam");
        assertThat(adam.hypers().get(1)).isEqualTo(new HyperDescription("beta1", 0.9, Range.closedOpen(0, 1), true));
        assertThat(adam.options()).containsExactly(new OptionDescription("amsgrad", "false"));
        assertThat(adam.states()).hasSize(7);
        assertThat(adam.state("v")).isEqualTo(new StateDescription("v", StateShape.PER_ELEMENT, Storage.NATIVE));
        assertThat(adam.buffers()).isEqualTo(5);
        assertThat(adam.firstStateBuffer()).isEqualTo(2);
        assertThat(adam.evaluations()).hasSize(1);
        assertThat(adam.reductions()).isEmpty();
        assertThat(adam.elementTypes()).containsExactlyInAnyOrder(ElementType.values());
        assertThat(adam.numericVersion()).isEqualTo(Numeric.VERSION);
    }

    @Test
    void build_contradiction_isRefused() {
        refused(
                () -> rule().hyper("lr", -1, Range.closed(0, 1)).build(),
                "the default of lr is -1.0, which is not in [0, 1]");
        refused(
                () -> rule().hyper("lr", 1, Range.all())
                        .hyper("lr", 2, Range.all())
                        .build(),
                "Some has two of the hyperparameter 'lr'");
        refused(
                () -> rule().state("m", StateShape.PER_ELEMENT)
                        .state("m", StateShape.PER_STEP)
                        .build(),
                "Some has two of the state 'm'");
        refused(() -> RuleDescription.builder("Some").build(), "Some describes no loop");
        refused(
                () -> RuleDescription.builder("Some")
                        .evaluationAtPoint()
                        .loop(W, W)
                        .build(),
                "Some has an evaluation after sweep 0, but only sweeps 1 to 1");
        refused(() -> rule().loop(W, new int[] {2}).build(), "Some has a loop over buffer 2, but only buffers 0 to 1");
        refused(
                () -> rule().state("r", StateShape.PER_ROW)
                        .loop(W, W, new int[] {1})
                        .build(),
                "Some has a loop over cell 1, and 1 in all");
        refused(() -> rule().cell("r", StateShape.PER_TENSOR), "'r' is per tensor, not per matrix, row or column");
    }

    @Test
    void input_perStep_isRefused() {
        refused(() -> rule().input("h", StateShape.PER_STEP), "the input 'h' is per step: it can be per model");
    }

    @Test
    void constructor_otherElementTypeOrVersion_isRefused() {
        RuleDescription doubles = rule().elementTypes(ElementType.DOUBLE).build();
        refused(
                () -> new Described(doubles, floats),
                "Some was not generated for float[]: generate it for that type, or convert the parameters");
        RuleDescription old = rule().numericVersion(0).build();
        refused(
                () -> new Described(old, floats),
                "Some was generated for version 0 of the numeric definitions, and this runtime has version 1: generate"
                        + " it again");
    }

    private static RuleDescriptionBuilder rule() {
        return RuleDescription.builder("Some").loop(W, W);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** An optimizer that leaves the values as they are. */
    private static final class Described extends Optimizer {
        Described(RuleDescription description, Parameters parameters) {
            super(description, parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {}
    }
}

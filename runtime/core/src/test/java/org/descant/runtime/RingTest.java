package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RingTest {
    /** Two tensors in one array, one of them staged, and a third in another array. */
    private static final class Model {
        final float[] w = new float[10];
        final float[] g = new float[11];
        final float[] w2 = new float[1];
        final float[] g2 = new float[1];
        final Delayed delayed = new Delayed(Parameters.builder()
                .tensor("near", w, 0, g, 0, 2, 2)
                .tensor("far", w, 4, g, 5, 3, 2)
                .tensor("own", w2, g2, 1)
                .build());

        /** A step whose gradients are the number of the step, and ten times that. */
        void step() {
            long t = delayed.t() + 1;
            Arrays.fill(g, (float) t);
            g2[0] = 10 * (float) t;
            delayed.step();
        }
    }

    @Test
    void states_keepTheNamesOfTheirAges() {
        Model model = new Model();
        for (int t = 1; t <= 7; t++) {
            model.step();
        }

        for (String tensor : new String[] {"near", "far"}) {
            assertThat(model.delayed.state(tensor, "g[t-1]")).containsOnly(7);
            assertThat(model.delayed.state(tensor, "g[t-2]")).containsOnly(6);
            assertThat(model.delayed.state(tensor, "g[t-3]")).containsOnly(5);
        }
        assertThat(model.delayed.state("own", "g[t-3]")).containsExactly(50);
        assertThat(model.w).containsOnly(-(1 + 2 + 3 + 4));
        assertThat(model.w2).containsExactly(-100);
    }

    @Test
    void states_whoseConditionFails_doNotTakeTurns() {
        Model model = new Model();
        for (int t = 1; t <= 5; t++) {
            model.step();
        }
        assertThat(model.delayed.state("far", "r[t-1]")).containsExactly(-1, -1, -1);
        assertThat(model.delayed.state("far", "r[t-2]")).containsExactly(0, 0, 0);

        model.step();

        assertThat(model.delayed.state("far", "r[t-1]")).containsExactly(-1, -1, -1);
        assertThat(model.delayed.state("far", "r[t-2]")).containsExactly(0, 0, 0);
        assertThat(model.delayed.state("own", "r[t-1]")).containsExactly(-10);
    }

    @Test
    void restore_goesOnWhateverTurnTheOptimizerIsAt() {
        Model whole = new Model();
        Model first = new Model();
        Model second = new Model();
        for (int t = 1; t <= 9; t++) {
            whole.step();
        }
        for (int t = 1; t <= 4; t++) {
            first.step();
        }
        second.step();
        second.step();
        second.delayed.restore(first.delayed.snapshot());
        System.arraycopy(first.w, 0, second.w, 0, 10);
        second.w2[0] = first.w2[0];
        for (int t = 5; t <= 9; t++) {
            second.step();
        }

        assertThat(second.w).isEqualTo(whole.w);
        assertThat(second.w2).isEqualTo(whole.w2);
        for (String state : new String[] {"g[t-1]", "g[t-2]", "g[t-3]", "r[t-1]", "r[t-2]"}) {
            assertThat(second.delayed.state("far", state)).isEqualTo(whole.delayed.state("far", state));
        }
    }

    @Test
    void cancel_leavesEveryStateAtItsAge() {
        Model model = new Model();
        for (int t = 1; t <= 4; t++) {
            model.step();
        }
        model.delayed.prepare();
        model.delayed.cancel();

        assertThat(model.delayed.state("near", "g[t-1]")).containsOnly(4);
        assertThat(model.delayed.state("near", "g[t-3]")).containsOnly(2);
    }

    @Test
    void ring_ofStatesThatCannotTakeTurns_isRefused() {
        refused(() -> states().ring("a").build(), "a ring of [a]: it takes 2 states at least");
        refused(() -> states().ring("a", "x").build(), "Rule has a ring with the state 'x', which it does not have");
        refused(() -> states().ring("a", "b", "a").build(), "Rule has the state 'a' in two places of its rings");
        refused(
                () -> states().ring("a", "b").ring("b", "half").build(),
                "Rule has the state 'b' in two places of its rings");
        refused(
                () -> states().ring("a", "row").build(),
                "Rule cannot let the states 'a' and 'row' take turns: they are not kept alike");
        refused(
                () -> states().ring("a", "half").build(),
                "Rule cannot let the states 'a' and 'half' take turns: they are not kept alike");
        refused(
                () -> states().ring("n", "k").build(),
                "Rule cannot let the states 'n' and 'n' take turns: they are not kept alike");
        refused(
                () -> states().decision("rank >= 2")
                        .unneeded(0, new String[] {"b"}, new int[] {}, new int[] {})
                        .ring("a", "b")
                        .build(),
                "Rule cannot let the states 'a' and 'b' take turns: they are not kept alike");
    }

    private static RuleDescriptionBuilder states() {
        return RuleDescription.builder("Rule")
                .state("a", StateShape.PER_ELEMENT)
                .state("b", StateShape.PER_ELEMENT)
                .state("half", StateShape.PER_ELEMENT, Storage.BF16)
                .state("row", StateShape.PER_ROW)
                .state("n", StateShape.PER_STEP)
                .state("k", StateShape.PER_STEP)
                .loop(new int[] {0}, new int[] {0});
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

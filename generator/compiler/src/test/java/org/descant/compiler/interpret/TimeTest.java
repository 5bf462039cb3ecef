package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class TimeTest {
    @Test
    void t_ofTheFirstStep_isOne() {
        Scalar rule = Scalar.doubles(0, "w[t] = w[t-1] + t");
        assertThat(rule.steps(0)).isEqualTo(1);
        assertThat(rule.steps(0)).isEqualTo(3);
        assertThat(rule.interpreter().steps()).isEqualTo(2);
    }

    @Test
    void pastOfAGradient_beforeTheFirstStep_isZero() {
        Scalar rule = Scalar.doubles(0, "old = g[t-2]", "w[t] = w[t-1] + old");
        assertThat(rule.steps(3, 5)).isZero();
        assertThat(rule.steps(7)).isEqualTo(3);
        assertThat(rule.steps(11)).isEqualTo(3 + 5);
    }

    @Test
    void pastOfAPlainName_isItsValueOfThatStep() {
        Scalar rule = Scalar.doubles(0, "u = 2 * g + g[t-1]", "w[t] = w[t-1] - u[t-1]");
        assertThat(rule.steps(1)).isZero();
        assertThat(rule.steps(1)).isEqualTo(-2);
        assertThat(rule.value("u")).isEqualTo(3);
        assertThat(rule.steps(1)).isEqualTo(-5);
    }

    @Test
    void weightTwoStepsBack_beforeTheFirstStep_isTheStart() {
        Scalar rule = Scalar.doubles(10, "w[t] = w[t-1] + 0.5 * (w[t-1] - w[t-2]) - g");
        assertThat(rule.steps(1)).isEqualTo(9);
        assertThat(rule.steps(0)).isEqualTo(8.5);
        assertThat(rule.steps(0)).isEqualTo(8.25);
    }

    @Test
    void weightAtZero_inAnEquation_isKept() {
        Scalar rule = Scalar.doubles(4, "d = w[t-1] - w[0]", "w[t] = w[t-1] - g");
        rule.steps(1, 1, 1);
        assertThat(rule.value("d")).isEqualTo(-2);
    }

    @Test
    void pastOfAState_isItsStart_beforeTheFirstStep() {
        Scalar rule = Scalar.doubles(0, "state m = 5", "m[t] = m[t-1] + m[t-2] + g", "w[t] = m[t]");
        assertThat(rule.steps(1)).isEqualTo(11);
        assertThat(rule.steps(0)).isEqualTo(16);
        assertThat(rule.steps(0)).isEqualTo(27);
    }

    @Test
    void pastOfACondition_isFalse_beforeTheFirstStep() {
        Scalar rule = Scalar.doubles(0, "up = g > 0", "w[t] = w[t-1] + (if up[t-1] then 1 else 0)");
        assertThat(rule.steps(1)).isZero();
        assertThat(rule.steps(-1)).isEqualTo(1);
        assertThat(rule.steps(1)).isEqualTo(1);
    }

    @Test
    void start_readsTheWeightAndHyperparameters_whenTheFirstStepBegins() {
        Scalar rule = Scalar.doubles(
                3, "hyper scale = 2", "state a = scale * w[0] + norm(w[0])", "a[t] = a[t-1]", "w[t] = a[t] + g");
        rule.interpreter().set("scale", 10);
        rule.interpreter().setWeight("w", -4);
        assertThat(rule.steps(0)).isEqualTo(-36);
        rule.interpreter().set("scale", 1);
        assertThat(rule.steps(0)).isEqualTo(-36);
    }

    @Test
    void start_readsAPassedValue_asOfTheFirstStep() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Inner(w, g) {",
                        "  hyper lr = 0.1",
                        "  state z = 2 * lr",
                        "  z[t] = z[t-1] + g",
                        "  w[t] = z[t]",
                        "}",
                        "optimizer Rule(w, g) {",
                        "  hyper base = 3",
                        "  rate = base * (t + 1)",
                        "  w[t] = Inner(w[t-1], g, lr: rate)",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 1)));
        interpreter.step(StepSource.of(new double[] {0.5}));
        interpreter.step(StepSource.of(new double[] {0.5}));
        assertThat(interpreter.weight("w")).containsExactly(13);
    }

    @Test
    void storage_roundsWhatIsReadBack_notWhatIsComputed() {
        Scalar rule = Scalar.doubles(0, "state m as bf16 = 0", "m[t] = m[t-1] + g", "w[t] = m[t]");
        double odd = 1 + 0x1p-9;
        assertThat(rule.steps(odd)).isEqualTo(odd);
        assertThat(rule.state("m")).isEqualTo(1);
        assertThat(rule.steps(0.5)).isEqualTo(1.5);
    }

    @Test
    void storage_ofNumbers_roundsOnce() {
        Scalar rule = Scalar.floats(
                0,
                "state a as f32 = 0.1",
                "state b as f16 = 0",
                "a[t] = a[t-1]",
                "b[t] = t / 3",
                "w[t] = a[t] + b[t-1] + g");
        rule.steps(0);
        assertThat(rule.state("a")).isEqualTo((double) 0.1f);
        assertThat(rule.state("b")).isEqualTo(0x1.554p-2);
    }

    @Test
    void output_isThatOfTheLastStep() {
        Scalar rule = Scalar.doubles(
                8, "state s = 2 * w[0]", "s[t] = s[t-1] / 2", "output s", "output x = g * s[t-1]", "w[t] = w[t-1]");
        assertThat(rule.interpreter().output("s")).containsExactly(16);
        assertThatThrownBy(() -> rule.interpreter().output("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("output 'x' has no value before the first step");
        rule.steps(3);
        assertThat(rule.interpreter().output("s")).containsExactly(8);
        assertThat(rule.interpreter().output("x")).containsExactly(48);
    }

    @Test
    void restore_inMidCourse_goesOnBitForBit() {
        String[] body = {
            "hyper lr = 0.1",
            "state m = w[0]",
            "m[t] = 0.9 * m[t-1] + 0.1 * g[t-2]",
            "a = ema(g^2, 0.99) when mod(t, 3) == 0",
            "w[t] = w[t-1] - lr * m[t] * (1 + a) - lr * w[0]"
        };
        Scalar whole = Scalar.floats(1.5, body);
        Scalar first = Scalar.floats(1.5, body);
        Scalar second = Scalar.floats(0, body);
        whole.steps(1, 2, 3, 4, 5, 6, 7);
        first.steps(1, 2, 3, 4);
        second.interpreter().restore(first.interpreter().save());
        second.interpreter().setWeight("w", first.interpreter().weight("w"));
        assertThat(second.steps(5, 6, 7)).isEqualTo(whole.steps());
        assertThat(second.interpreter().save().states().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        whole.interpreter().save().states().keySet());
        whole.interpreter().save().states().forEach((name, values) -> assertThat(
                        second.interpreter().state(name))
                .containsExactly(values));
    }

    @Test
    void restore_ofAnotherRule_isRefused() {
        Snapshot snapshot = snapshotOf("state m = 0", "m[t] = m[t-1] + g", "w[t] = m[t]");
        Snapshot more = snapshotOf(
                "state m = 0", "state v = 0", "m[t] = m[t-1] + g", "v[t] = v[t-1] + g", "w[t] = m[t] + v[t]");
        Scalar rule = Scalar.doubles(0, "state m = 0", "m[t] = m[t-1] + g", "w[t] = m[t]");
        Scalar other = Scalar.doubles(0, "state v = 0", "v[t] = v[t-1] + g", "w[t] = v[t]");
        assertThatThrownBy(() -> other.interpreter().restore(snapshot))
                .hasMessage("the snapshot holds 0 values of 'v', not 1");
        assertThatThrownBy(() -> rule.interpreter().restore(more)).hasMessage("no state is called 'v'");
        assertThat(rule.interpreter().steps()).isZero();
    }

    private static Snapshot snapshotOf(String... body) {
        Scalar rule = Scalar.doubles(0, body);
        rule.steps(1);
        return rule.interpreter().save();
    }
}

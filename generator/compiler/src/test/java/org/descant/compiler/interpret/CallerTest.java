package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final List<TensorSpec> TWO_GROUPS =
            List.of(new TensorSpec("a", List.of(2), 0), new TensorSpec("b", List.of(1), 1));

    @Test
    void hyperparameterOfAGroup_isFollowedByItsTensors() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  hyper lr = 1",
                        "  state total = 0",
                        "  total[t] = total[t-1] + lr",
                        "  step = lr * norm(g per model)",
                        "  w[t] = w[t-1] - step - total[t]",
                        "}"),
                ElementType.DOUBLE,
                TWO_GROUPS);
        interpreter.set("lr", 1, 10);
        interpreter.step(StepSource.of(new double[] {3, 0}, new double[] {4}));
        interpreter.step(StepSource.of(new double[] {3, 0}, new double[] {4}));
        assertThat(interpreter.value("step")).containsExactly(5, 50);
        assertThat(interpreter.state("total")).containsExactly(2, 20);
        assertThat(interpreter.state("total", "b")).containsExactly(20);
        assertThat(interpreter.weight("a")).containsExactly(-13, -13);
        assertThat(interpreter.weight("b")).containsExactly(-130);
    }

    @Test
    void hyperparameterThatReachesAStatePerModel_isOneForAllGroups() {
        EquationSystem system = Systems.of(
                "optimizer Rule(w, g) {",
                "  hyper lr = 1",
                "  hyper beta = 0.5",
                "  hyper power = 2",
                "  hyper limit = 9",
                "  state d = 0",
                "  d[t] = beta * d[t-1] + sum(lr * g per model)",
                "  u = ema(g, power) when norm(g per model) < limit",
                "  w[t] = w[t-1] - lr * d[t] * u",
                "}");
        assertThat(system.hypers())
                .extracting(hyper -> hyper.name() + " " + hyper.perGroup())
                .containsExactly("lr true", "beta false", "power true", "limit false");
        Interpreter interpreter = new Interpreter(system, ElementType.DOUBLE, TWO_GROUPS);
        assertThatThrownBy(() -> interpreter.set("beta", 1, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'beta' cannot be set per group: a state, an output or a condition of the whole model reads it");
        interpreter.set("beta", 0.1);
        assertThat(interpreter.hyper("beta", 1)).isEqualTo(0.1);
    }

    @Test
    void input_isAskedForOnlyWhereItIsRead() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  input h",
                        "  input metric per model",
                        "  s = ema(h, 0.5) when mod(t, 2) == 0",
                        "  f = if t > 2 then metric else 1",
                        "  w[t] = w[t-1] - f * (g + s)",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 2)));
        List<String> asked = new ArrayList<>();
        StepSource source = new StepSource() {
            @Override
            public double evaluate(int evaluation, double[][] point, double[][] gradients) {
                return 0;
            }

            @Override
            public double[][] input(String name) {
                asked.add(name);
                return name.equals("h") ? new double[][] {{2, 4}} : new double[][] {{10}};
            }
        };
        interpreter.step(source);
        assertThat(asked).isEmpty();
        interpreter.step(source);
        assertThat(asked).containsExactly("h");
        interpreter.step(source);
        assertThat(asked).containsExactly("h", "metric");
        // The source leaves gradients as they were, which is 0 before the first.
        assertThat(interpreter.weight("w")).containsExactly(-1 - 10, -2 - 20);
    }

    @Test
    void inputPerRow_hasTheRowsOfTheRuleThatReadsIt() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  matrix last",
                        "  input r per row",
                        "  x = r + sum(g per row)",
                        "  w[t] = w[t-1] - x",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("stack", 2, 2, 1)));
        interpreter.step(new StepSource() {
            @Override
            public double evaluate(int evaluation, double[][] point, double[][] gradients) {
                gradients[0] = new double[] {1, 2, 3, 4};
                return 0;
            }

            @Override
            public double[][] input(String name) {
                return new double[][] {{10, 20, 30, 40}};
            }
        });
        assertThat(interpreter.value("x")).containsExactly(11, 22, 33, 44);
    }

    @Test
    void evaluations_areMadeInOrder_atTheirPoints() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  p = w[t-1] + 0.5 * g",
                        "  h = grad(p)",
                        "  w[t] = w[t-1] - h * loss",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 1)));
        interpreter.setWeight("w", 1);
        List<Double> points = new ArrayList<>();
        interpreter.step((evaluation, point, gradients) -> {
            points.add(point[0][0]);
            gradients[0][0] = 2 * point[0][0];
            return 10 + evaluation;
        });
        assertThat(points).containsExactly(1.0, 2.0);
        assertThat(interpreter.weight("w")).containsExactly(1 - 4 * 10);
    }

    @Test
    void step_thatThrows_leavesEverythingAsItWas() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  state m = w[0]",
                        "  m[t] = m[t-1] + g",
                        "  h = grad(w[t-1] - m[t])",
                        "  w[t] = w[t-1] - h",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 1)));
        interpreter.setWeight("w", 3);
        interpreter.step((evaluation, point, gradients) -> 0);
        assertThatThrownBy(() -> interpreter.step((evaluation, point, gradients) -> {
                    if (evaluation == 1) {
                        throw new IllegalStateException("out of data");
                    }
                    gradients[0][0] = 5;
                    return 0;
                }))
                .hasMessage("out of data");
        assertThat(interpreter.steps()).isEqualTo(1);
        assertThat(interpreter.state("m")).containsExactly(3);
        assertThat(interpreter.weight("w")).containsExactly(3);
    }

    @Test
    void passedValue_outOfRange_stopsTheStep() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Inner(w, g) {",
                        "  hyper lr = 1 in [0, 1]",
                        "  w[t] = w[t-1] - lr * g",
                        "}",
                        "optimizer Rule(w, g) {",
                        "  w[t] = Inner(w[t-1], g, lr: t / 2)",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 1)));
        interpreter.step(StepSource.of(new double[] {1}));
        interpreter.step(StepSource.of(new double[] {1}));
        assertThatThrownBy(() -> interpreter.step(StepSource.of(new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'lr' of the rule 'Inner', applied in 'w', must lie in [0, 1], and 1.5 does not");
        assertThat(interpreter.weight("w")).containsExactly(-1.5);
    }

    @Test
    void wrongCalls_areExplained() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  hyper lr = 1 in (0, inf)",
                        "  input h",
                        "  w[t] = w[t-1] - lr * g * h",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", 2)));
        assertThatThrownBy(() -> interpreter.set("rate", 1)).hasMessage("no hyperparameter is called 'rate'");
        assertThatThrownBy(() -> interpreter.set("lr", 0)).hasMessage("'lr' must lie in (0, inf), and 0 does not");
        assertThatThrownBy(() -> interpreter.set("lr", Double.NaN))
                .hasMessage("'lr' must lie in (0, inf), and NaN does not");
        assertThatThrownBy(() -> interpreter.set("lr", 1, 2)).hasMessage("there is no group 1");
        assertThatThrownBy(() -> interpreter.weight("v")).hasMessage("no tensor is called 'v'");
        assertThatThrownBy(() -> interpreter.setWeight("w", 1)).hasMessage("tensor 'w' has 1 values, not 2");
        assertThatThrownBy(() -> interpreter.state("m")).hasMessage("no state is called 'm'");
        assertThatThrownBy(() -> interpreter.value("x")).hasMessage("no variable is called 'x'");
        assertThatThrownBy(() -> interpreter.output("x")).hasMessage("no output is called 'x'");
        assertThatThrownBy(() -> interpreter.step(StepSource.of()))
                .hasMessage("gradients are given for 0 tensors, not 1");
        assertThatThrownBy(() -> interpreter.step(StepSource.of(new double[3])))
                .hasMessage("the gradient of tensor 'w' has 3 values, not 2");
        assertThatThrownBy(() -> interpreter.step(StepSource.of(new double[2])))
                .hasMessage("there is no value for the input 'h'");
        assertThatThrownBy(() -> new Interpreter(
                        interpreter.system(),
                        ElementType.DOUBLE,
                        List.of(new TensorSpec("w", 1), new TensorSpec("w", 1))))
                .hasMessage("two tensors are called 'w'");
    }
}

package org.descant.compiler.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.View;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferShapesTest {
    @ParameterizedTest
    @CsvSource({
        "3 * pi, constant",
        "lr * t, per step",
        "lr * norm(g per model), per model",
        "loss, per model",
        "norm(g), per tensor",
        "rank + 1, per tensor",
        "sum(g per row), per row",
        "amax(g per col) / norm(g), per col",
        "sum(g per row) * sum(g per col), per element",
        "lr * g, per element",
        "if rank > 1 then sum(g per row) else norm(g), per row",
        "if lr > 0 then 1 else 2, per step",
        "if g > 0 then 1 else 2, per element",
        "g[t-1], per element",
        "w[0], per element",
    })
    void shape_isTheSmallest(String expression, String shape) {
        EquationSystem system = rule("hyper lr = 0.1", "x = " + expression);
        assertThat(equation(system, "x").target().shape().label()).isEqualTo(shape);
    }

    @Test
    void input_isOfTheMatricesOfTheRuleThatDeclaresIt_evenIfOnlyAPointReadsIt() {
        EquationSystem system =
                rule("matrix last", "input c per col", "h = grad(c * amax(w[t-1] per row))", "x = norm(h per col)");

        assertThat(system.inputs()).extracting(Input::view).containsExactly(View.LAST);
        assertThat(equation(system, "x").target().shape().label()).isEqualTo("per col");
    }

    @ParameterizedTest
    @CsvSource({
        "'state s = 0', 's[t] = s[t-1] + 1', per step",
        "'state s = 0', 's[t] = 0', per step",
        "'state s = 0', 's[t] = lr * s[t-1] + norm(g)', per tensor",
        "'state s = w[0]', 's[t] = lr', per element",
        "'state s = norm(w[0] per row)', 's[t] = s[t-1]', per row",
        "'state s = 0', 's[t] = if g > 0 then s[t-1] else lr', per element",
        "'state s per tensor = 0', 's[t] = s[t-1] + norm(g per model)', per model",
        "'state s per row = 0', 's[t] = max(s[t-1], norm(g per row))', per row",
    })
    void shapeOfAState_holdsItsStartAndItsEquation(String state, String equation, String shape) {
        EquationSystem system = rule("hyper lr = 0.1", state, equation, "x = s[t] + s[t-1]");
        assertThat(state(system, "s").shape().label()).isEqualTo(shape);
        assertThat(equation(system, "s").target().shape().label()).isEqualTo(shape);
        assertThat(equation(system, "x").target().shape().label()).isEqualTo(shape);
    }

    @Test
    void statesOfEachOther_growTogether() {
        EquationSystem system =
                rule("state a = 0", "state b = 0", "a[t] = b[t-1]", "b[t] = a[t-1] + norm(g)", "x = a[t]");
        assertThat(state(system, "a").shape().label()).isEqualTo("per tensor");
    }

    @Test
    void part_takesTheShapeOfWhatItIsGiven() {
        EquationSystem system =
                rule("a = ema(g, 0.9)", "b = ema(norm(g), 0.9)", "c = ema(norm(g per row), 0.9)", "x = a * b * c");
        assertThat(system.states())
                .extracting(state -> state.name() + " " + state.shape())
                .containsExactly("a per element", "b per tensor", "c per row");
    }

    @Test
    void timeOfAClock_isPerModel_whereItsConditionIs() {
        EquationSystem system = Systems.of(
                "def count(x) { state n = 0; n[t] = n[t-1] + 1; return n[t] + 0 * x + beta(t) }",
                "def beta(t1) = 1 - 0.9^t1",
                "optimizer Rule(w, g) {",
                "  slow = count(1) when mod(t, 2) == 0",
                "  calm = count(1) when norm(g per model) < 1",
                "  w[t] = w[t-1] - g * slow * calm",
                "}");
        assertThat(system.states())
                .extracting(state -> state.name() + " " + state.shape())
                .contains("slow.n per step", "slow.t per step", "calm.n per model", "calm.t per model");
    }

    @Test
    void numbers_areNarrowed_whereTheyMeetRowsColumnsOrElements() {
        EquationSystem system = rule(
                "hyper lr = 0.1",
                "a = (1 - lr) * g + lr^t",
                "b = if g > 1e-8 then lr else 0",
                "c = dot(g, lr) + lr",
                "d = norm(g per row) / lr",
                "x = a * b * c * d");
        assertThat(Printer.print(equation(system, "a").value()))
                .isEqualTo("narrow(1 - lr) * gradient(0) + narrow(lr^t)");
        assertThat(Printer.print(equation(system, "b").value()))
                .isEqualTo("if gradient(0) > narrow(1e-8) then narrow(lr) else narrow(0)");
        assertThat(Printer.print(equation(system, "c").value()))
                .isEqualTo("sum(gradient(0) * narrow(lr) per tensor) + lr");
        assertThat(Printer.print(equation(system, "d").value()))
                .isEqualTo("sqrt(sum(gradient(0)^2 per row)) / narrow(lr)");
        assertThat(Printer.print(equation(system, "x").value())).isEqualTo("a * b * narrow(c) * d");
    }

    @Test
    void numberGivenToAStateOfElements_isNarrowed() {
        EquationSystem system = rule("state s = w[0]", "s[t] = 1 / t", "x = s[t-1]");
        assertThat(Printer.print(equation(system, "s").value())).isEqualTo("narrow(1 / t)");
    }

    @Test
    void norms_areMadeOfSums() {
        EquationSystem system = rule("a = rms(g per model)", "b = norm1(g)", "c = amin(g per col)", "x = a * b * c");
        assertThat(Printer.print(equation(system, "a").value())).isEqualTo("sqrt(mean(gradient(0)^2 per model))");
        assertThat(Printer.print(equation(system, "b").value())).isEqualTo("sum(abs(gradient(0)) per tensor)");
        assertThat(Printer.print(equation(system, "c").value())).isEqualTo("amin(gradient(0) per col)");
    }

    @Test
    void checkOfAPassedValue_isDropped_whereItDependsOnATensor() {
        EquationSystem system = Systems.of(
                "optimizer Inner(w, g) {",
                "  hyper a = 0.1 in [0, 1]",
                "  hyper b = 0.1 in [0, 1]",
                "  w[t] = w[t-1] - a * b * g",
                "}",
                "optimizer Rule(w, g) {",
                "  w[t] = Inner(w[t-1], g, a: 1 / t, b: norm(g))",
                "}");
        assertThat(system.checks())
                .extracting(check -> Printer.print(check.value()))
                .containsExactly("w.a");
    }

    @Test
    void longChain_isCutIntoParts_andKeepsItsOrder() {
        String chain = "w[t-1]" + " + g".repeat(10_000);
        EquationSystem system = Systems.of(Map.of(), "optimizer Rule(w, g) {\n w[t] = " + chain + "\n}");
        assertThat(system.equations())
                .allSatisfy(equation -> assertThat(depth(equation.value())).isLessThan(70));
        Interpreter interpreter = new Interpreter(system, ElementType.FLOAT, List.of(new TensorSpec("w", 1)));
        interpreter.setWeight("w", 16777216 - 100);
        interpreter.step(StepSource.of(new double[] {1}));
        assertThat(interpreter.weight("w")).containsExactly(16777216);
    }

    @Test
    void equationThatReadsTheLoss_standsBehindWhatTheFirstPointReads() {
        EquationSystem system = Systems.of(
                "optimizer Rule(w) {",
                "  rate = 2 * loss",
                "  far = 3 * t",
                "  g = grad(far * w[t-1])",
                "  w[t] = w[t-1] - rate * g",
                "}");
        assertThat(system.equations())
                .extracting(equation -> equation.target().name())
                .containsExactly("far", "rate", "g", "w");
    }

    @Test
    void evaluationWhosePointNeedsTheLoss_isMadeAfterOneThatDoesNot() {
        EquationSystem system = Systems.of(
                "optimizer Rule(w) {",
                "  far = grad(loss * w[t-1])",
                "  near = grad(w[t-1])",
                "  w[t] = w[t-1] - far * near",
                "}");
        assertThat(system.evaluations())
                .extracting(evaluation -> Printer.print(evaluation.point()))
                .containsExactly("w[t-1]", "narrow(loss) * w[t-1]");
    }

    private static int depth(Expr expr) {
        return 1
                + Subexpressions.of(expr).stream()
                        .mapToInt(InferShapesTest::depth)
                        .max()
                        .orElse(0);
    }

    private static EquationSystem rule(String... body) {
        return Systems.of("optimizer Rule(w, g) {", String.join("\n", body), "w[t] = w[t-1] - x * g", "}");
    }

    private static Equation equation(EquationSystem system, String name) {
        return system.equations().stream()
                .filter(equation -> equation.target().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static State state(EquationSystem system, String name) {
        return system.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void longChainOfStates_growsFromItsEnd() {
        StringBuilder text = new StringBuilder("optimizer Chain(w, g) {\n");
        int length = 1500;
        for (int i = 0; i < length; i++) {
            text.append("state s" + i + " = 0\ns" + i + "[t] = s" + (i + 1) + "[t-1]\n");
        }
        text.append("state s" + length + " = 0\ns" + length + "[t] = g\nw[t] = w[t-1] - s0[t]\n}");

        EquationSystem system = Systems.of(Map.of(), text.toString());

        assertThat(system.states()).hasSize(length + 1).allMatch(state -> state.shape()
                .equals(Shape.ELEMENT));
    }
}

package org.descant.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.descant.compiler.Descant;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class BoundedRunTest {
    private static final List<TensorSpec> ONE = List.of(new TensorSpec("p"));

    private static EquationSystem system(String equations) {
        String text = "optimizer Test(w, g) {\n hyper lr = 0.1\n" + equations + "\n}\n";
        return Descant.compiler()
                .run(new SourceText("test.opt", text), "ir")
                .system()
                .orElseThrow();
    }

    private static BoundedRun run(String equations, ElementType type, double start, double... gradients) {
        BoundedRun run = new BoundedRun(system(equations), type, ONE);
        run.setWeight("p", start);
        for (double gradient : gradients) {
            run.step(StepSource.of(new double[] {gradient}));
        }
        return run;
    }

    @Test
    void values_areThoseOfTheInterpreter() {
        EquationSystem system = system("""
                state m = 0
                state s = lr
                state b as bf16 = 1
                m[t] = 0.9 * m[t-1] + (1 - 0.9) * g
                s[t] = 0.5 * s[t-1] + 0.1 * t
                b[t] = (b[t-1] / (1 + abs(b[t-1])))^3 + mod(g, 0.37) + (if g > 0 then 1 else cbrt(g))
                u = ema(g, 0.5) when mod(t, 2) == 0
                w[t] = w[t-1] - s[t] * m[t] / (sqrt(abs(b[t-1])) + 1) + u * sum(g^2) + mean(g per model)
                """);
        List<TensorSpec> tensors = List.of(new TensorSpec("p", 5), new TensorSpec("q", 2, 3));
        for (ElementType type : ElementType.values()) {
            Interpreter interpreter = new Interpreter(system, type, tensors);
            BoundedRun run = new BoundedRun(system, type, tensors);
            for (int step = 1; step < 6; step++) {
                double[] p = {0.3 * step, -1.7, 0, 1e-5, 12.5};
                double[] q = {1, -2, 0.1 * step, -0.25, 1e3, 1e-30};
                interpreter.step(StepSource.of(p, q));
                run.step(StepSource.of(p, q));
                assertThat(run.weight("p")).containsExactly(interpreter.weight("p"));
                assertThat(run.weight("q")).containsExactly(interpreter.weight("q"));
            }
            assertThat(Arrays.stream(run.bound("p")).max().orElseThrow()).isLessThan(1e3);
        }
    }

    @Test
    void exactOperations_addNothing() {
        BoundedRun run = run("w[t] = w[t-1] - 0.5 * g", ElementType.FLOAT, 1, 0.25, -3);

        assertThat(run.weight("p")).containsExactly(2.375);
        assertThat(run.bound("p")[0]).isLessThan(1e-14);
    }

    @Test
    void roundingOfTheInputs_counts() {
        BoundedRun run = run("w[t] = g", ElementType.FLOAT, 0, 0.1);

        assertThat(run.bound("p")[0]).isCloseTo(Math.abs(0.1f - 0.1), Percentage.withPercentage(1));
    }

    @Test
    void conditionWithinRounding_isUndecidedAndBoundedByTheOtherBranch() {
        BoundedRun run = run("w[t] = if lr * g > 0.01 then 5 else 2", ElementType.FLOAT, 0, 0.1);

        assertThat(run.undecided()).isEqualTo(1);
        assertThat(run.bound("p")[0]).isBetween(3.0, 3.0001);
    }

    @Test
    void conditionThatRoundingCannotTurn_isDecided() {
        BoundedRun run = run("w[t] = if lr * g > 0.02 then 5 else 2", ElementType.FLOAT, 0, 0.1);

        assertThat(run.undecided()).isZero();
        assertThat(run.bound("p")).containsExactly(0);
    }

    @Test
    void signNearZero_isUndecided() {
        BoundedRun run = run("w[t] = sign(w[t-1] - lr * g)", ElementType.FLOAT, 0.01, 0.1);

        assertThat(run.undecided()).isEqualTo(1);
        assertThat(run.bound("p")[0]).isBetween(1.0, 2.0001);
    }

    @Test
    void divisorThatMayBeZero_hasNoBound() {
        BoundedRun run = run("w[t] = 1 / (lr * g - 0.01)", ElementType.FLOAT, 0, 0.1);

        assertThat(run.bound("p")).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void overflow_hasNoBound() {
        BoundedRun run = run("w[t] = g^2", ElementType.FLOAT, 0, 1e30);

        assertThat(run.bound("p")).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void suspensionThatIsUndecided_hasNoBound() {
        BoundedRun run = run("u = ema(g, 0.5) when norm(g per model) > 0.1\n w[t] = u", ElementType.FLOAT, 0, 0.1);

        assertThat(run.bound("p")).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void roundingThatBelongsToTheRule_isNoError() {
        BoundedRun run = run("w[t] = bf16(g)", ElementType.DOUBLE, 0, 0.1);

        assertThat(run.weight("p")).containsExactly(0.10009765625);
        assertThat(run.bound("p")).containsExactly(0);
    }
}

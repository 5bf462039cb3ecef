package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class AppliedRuleTest {
    @Test
    void pastOfTheParameter_isThatOfTheGivenPoint() {
        Interpreter interpreter = rule("""
                optimizer Inner(w, g) {
                  back = w[t-2]
                  w[t] = w[t-1] + 1000 * g
                }
                optimizer Rule(w, g) {
                  p = w[t-1] + t
                  q = Inner(p, g)
                  w[t] = w[t-1] + g + 0 * q
                }
                """);
        List<Double> backs = new ArrayList<>();
        for (int t = 1; t <= 3; t++) {
            interpreter.step(StepSource.of(new double[] {1}));
            backs.add(interpreter.value("q.back")[0]);
        }
        // The points are 0 + 1, 1 + 2 and 2 + 3; before the first, w[...] is w[0], the first point.
        assertThat(backs).containsExactly(1.0, 1.0, 3.0);
    }

    @Test
    void originOfTheParameter_isThePointOfItsFirstActiveStep() {
        Interpreter interpreter = rule("""
                optimizer Inner(w, g) {
                  state s = 2 * w[0]
                  s[t] = s[t-1] + g
                  w[t] = s[t] + w[0]
                }
                optimizer Rule(w, g) {
                  p = w[t-1] + 10 * t
                  q = Inner(p, g) when t > 1
                  w[t] = q
                }
                """);
        List<Double> weights = new ArrayList<>();
        for (int t = 1; t <= 3; t++) {
            interpreter.step(StepSource.of(new double[] {1}));
            weights.add(interpreter.weight("w")[0]);
        }
        // Step 1 gives the point 10; the first active one starts at 10 + 20 = 30.
        assertThat(weights).containsExactly(10.0, 60 + 1 + 30.0, 60 + 2 + 30.0);
    }

    @Test
    void ruleParameter_risesWithItsHyperparameters() {
        Interpreter interpreter = rule("""
                optimizer Plain(w, g) {
                  hyper lr = 0.5
                  w[t] = w[t-1] - lr * g
                }
                optimizer Outer(w, g) {
                  rule inner = Plain
                  half = inner(w[t-1], g)
                  w[t] = inner(half, g)
                }
                optimizer Rule = Outer(lr = 2)
                """);
        interpreter.step(StepSource.of(new double[] {1}));
        interpreter.set("lr", 3);
        interpreter.step(StepSource.of(new double[] {1}));
        assertThat(interpreter.weight("w")).containsExactly(-4 - 6);
    }

    private static Interpreter rule(String text) {
        return new Interpreter(Systems.of(text), ElementType.DOUBLE, List.of(new TensorSpec("w", 1)));
    }
}

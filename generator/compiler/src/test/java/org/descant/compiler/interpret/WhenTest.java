package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class WhenTest {
    @Test
    void part_onOtherSteps_holdsItsLastValue() {
        Scalar rule = Scalar.doubles(0, "x = ema(g, 0.5) when mod(t, 2) == 0", "w[t] = x");
        assertThat(rule.steps(8)).isZero();
        assertThat(rule.steps(8)).isEqualTo(4);
        assertThat(rule.steps(100)).isEqualTo(4);
        assertThat(rule.steps(8)).isEqualTo(6);
    }

    @Test
    void timeInside_countsActiveSteps() {
        Interpreter interpreter = rule("""
                def count(x) { n = t + 0 * x; return n }
                optimizer Rule(w, g) {
                  c = count(g) when t > 2
                  w[t] = c
                }
                """);
        assertThat(run(interpreter, 0, 0, 0, 0)).containsExactly(0, 0, 1, 2);
    }

    @Test
    void pastInside_countsActiveSteps() {
        Interpreter interpreter = rule("""
                def last(x) { return x[t-1] }
                optimizer Rule(w, g) {
                  y = last(g) when mod(t, 2) == 1
                  w[t] = y
                }
                """);
        assertThat(run(interpreter, 5, 6, 7, 8, 9)).containsExactly(0, 0, 5, 5, 7);
    }

    @Test
    void rule_onOtherSteps_isTheGivenPoint() {
        Interpreter interpreter = rule("""
                optimizer Count(w, g) {
                  state n = 0
                  n[t] = n[t-1] + 1
                  w[t] = w[t-1] - n[t] * g
                }
                optimizer Rule(w, g) {
                  w[t] = Count(w[t-1], g) when mod(t, 2) == 0
                }
                """);
        assertThat(run(interpreter, 1, 1, 1, 1)).containsExactly(0, -1, -1, -3);
    }

    @Test
    void gradientAccumulation_appliesTheSumOnTheLastOfAFew() {
        Interpreter interpreter = rule("""
                optimizer Plain(w, g) { w[t] = w[t-1] - 0.5 * g }
                optimizer Rule(w, g) {
                  state s = 0
                  last = mod(t, 3) == 0
                  s[t] = (if last[t-1] then 0 else s[t-1]) + g
                  w[t] = Plain(w[t-1], s[t]) when last
                }
                """);
        assertThat(run(interpreter, 1, 2, 3, 10, 20, 30)).containsExactly(0, 0, -3, -3, -3, -33);
    }

    @Test
    void nestedClocks_standStillTogether() {
        Interpreter interpreter = rule("""
                def inner(x) { state a = 0; a[t] = a[t-1] + x; return a[t] }
                def outer(x) { y = inner(x) when mod(t, 2) == 0; return y + 100 * t }
                optimizer Rule(w, g) {
                  z = outer(g) when mod(t, 2) == 1
                  w[t] = z
                }
                """);
        // The outer clock ticks in steps 1, 3, 5, 7; the inner one on its ticks 2 and 4, in steps 3 and 7.
        assertThat(run(interpreter, 1, 2, 3, 4, 5, 6, 7)).containsExactly(100, 100, 203, 203, 303, 303, 410);
    }

    @Test
    void pathIntoAPart_isHeldToo() {
        Interpreter interpreter = rule("""
                def halves(x) { ratio = x / 2; return x }
                optimizer Rule(w, g) {
                  p = halves(g) when mod(t, 2) == 0
                  w[t] = p.ratio
                }
                """);
        assertThat(run(interpreter, 4, 6, 8)).containsExactly(0, 3, 3);
    }

    @Test
    void condition_mayDependOnTheModel() {
        Interpreter interpreter = rule("""
                optimizer Rule(w, g) {
                  m = ema(g, 0.5) when norm(g per model) < 10
                  w[t] = m
                }
                """);
        assertThat(run(interpreter, 8, 80, 8)).containsExactly(4, 4, 6);
    }

    @Test
    void gradient_onOtherSteps_isTheLastOne() {
        Interpreter interpreter = rule("""
                optimizer Rule(w, g) {
                  h = grad(w[t-1] + 1) when mod(t, 2) == 0
                  w[t] = w[t-1] - h - g
                }
                """);
        List<String> asked = new ArrayList<>();
        for (int t = 1; t <= 3; t++) {
            interpreter.step((evaluation, point, gradients) -> {
                asked.add(evaluation + " at " + point[0][0]);
                gradients[0][0] = evaluation == 0 ? 1 : 10;
                return 0;
            });
        }
        assertThat(asked).containsExactly("0 at 0.0", "0 at -1.0", "1 at 0.0", "0 at -12.0");
        assertThat(interpreter.weight("w")).containsExactly(-23);
    }

    private static Interpreter rule(String text) {
        return new Interpreter(Systems.of(text), ElementType.DOUBLE, List.of(new TensorSpec("w", 1)));
    }

    private static List<Integer> run(Interpreter interpreter, double... gradients) {
        List<Integer> weights = new ArrayList<>();
        for (double gradient : gradients) {
            interpreter.step(StepSource.of(new double[] {gradient}));
            weights.add((int) interpreter.weight("w")[0]);
        }
        return weights;
    }
}

package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.descant.compiler.Descant;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Snapshot;
import org.junit.jupiter.api.Test;

/** The ways to make a step of a generated class, on a model whose gradient is its values: a bowl. */
class SteppingTest {
    private static final String LOOK_AHEAD = """
            optimizer LookAhead(w) {
              state v = 0
              g    = grad(w[t-1] + 0.5 * v[t-1])
              v[t] = 0.5 * v[t-1] - 0.25 * g
              w[t] = w[t-1] + v[t]
            }
            """;

    private static final String SHARP = """
            optimizer Sharp(w, g) {
              s    = grad(w[t-1] + 0.5 * g)
              w[t] = w[t-1] - 0.25 * s
            }
            """;

    private static final String POLYAK = """
            optimizer Polyak(w, g) {
              w[t] = w[t-1] - loss / sum(g^2) * g
            }
            """;

    private static final String AVERAGED = """
            optimizer Averaged(w, g) {
              state average = w[0]
              average[t] = 0.5 * average[t-1] + 0.5 * w[t]
              w[t]       = w[t-1] - 0.25 * g
              output average
              output ahead = 2 * w[t] - average[t]
              output size  = norm(w[t] per model)
            }
            """;

    private final double[] w = {4, -8, 1};
    private final double[] g = new double[3];

    private Optimizer of(String rule) {
        return Descant.compile(rule)
                .create(Parameters.builder().tensor("a", w, g, 3).build());
    }

    /** The gradient of half the sum of squares, which is the loss. */
    private double bowl(int evaluation) {
        double loss = 0;
        for (int i = 0; i < w.length; i++) {
            g[i] = w[i];
            loss += w[i] * w[i] / 2;
        }
        return loss;
    }

    @Test
    void prepare_andStep_areAStepWithAnEvaluation() {
        Optimizer inHalves = of(LOOK_AHEAD);
        for (int i = 0; i < 3; i++) {
            assertThat(inHalves.prepare()).isTrue();
            bowl(0);
            inHalves.step();
        }
        double[] made = w.clone();
        System.arraycopy(new double[] {4, -8, 1}, 0, w, 0, 3);
        Optimizer atOnce = of(LOOK_AHEAD);
        for (int i = 0; i < 3; i++) {
            atOnce.step(this::bowl);
        }

        assertThat(w).isEqualTo(made);
        assertThat(atOnce.state("a", "v")).isEqualTo(inHalves.state("a", "v"));
    }

    @Test
    void prepare_putsThePointIntoTheValues_andCancelTakesItOut() {
        Optimizer optimizer = of(LOOK_AHEAD);
        optimizer.step(this::bowl);
        double[] before = w.clone();
        double[] velocity = optimizer.state("a", "v");

        optimizer.prepare();
        optimizer.prepare();

        assertThat(w)
                .containsExactly(before[0] + velocity[0] / 2, before[1] + velocity[1] / 2, before[2] + velocity[2] / 2);
        optimizer.cancel();
        assertThat(w).isEqualTo(before);
        assertThat(optimizer.t()).isEqualTo(1);
        optimizer.cancel();
        assertThat(w).isEqualTo(before);
    }

    @Test
    void prepare_servesRulesWhoseGradientIsAtTheValues() {
        Optimizer optimizer = of(AVERAGED);
        assertThat(optimizer.prepare()).isTrue();
        assertThat(w).containsExactly(4, -8, 1);
        bowl(0);
        optimizer.step();
        assertThat(w).containsExactly(3, -6, 0.75);
    }

    @Test
    void prepare_whereTheGradientRests_saysSo() {
        Optimizer optimizer = of("""
                optimizer Rare(w) {
                  g    = grad(w[t-1] + 1) when mod(t, 2) == 0
                  w[t] = w[t-1] - g
                }
                """);
        assertThat(optimizer.prepare()).isFalse();
        assertThat(w).containsExactly(4, -8, 1);
        optimizer.step();
        assertThat(w).containsExactly(4, -8, 1);
        assertThat(optimizer.prepare()).isTrue();
        assertThat(w).containsExactly(5, -7, 2);
        bowl(0);
        optimizer.step();
        assertThat(w).containsExactly(-1, -1, -1);
    }

    @Test
    void ruleWithoutAGradient_asksOnceInAStep_andNeedsNoneInPlace() {
        Optimizer optimizer = of("optimizer Decay(w) {\n  w[t] = 0.5 * w[t-1]\n}\n");
        List<Integer> asked = new ArrayList<>();
        optimizer.step(number -> {
            asked.add(number);
            assertThat(w).containsExactly(4, -8, 1);
            return Double.NaN;
        });
        assertThat(asked).containsExactly(0);
        assertThat(w).containsExactly(2, -4, 0.5);
        optimizer.step();
        assertThat(w).containsExactly(1, -2, 0.25);
    }

    @Test
    void betweenTheHalves_nothingElseIsDone() {
        Optimizer optimizer = of(LOOK_AHEAD);
        optimizer.prepare();

        String rest = " between prepare() and step(): call step() or cancel() first";
        refused(() -> optimizer.step(this::bowl), "LookAhead: no other step can begin" + rest);
        refused(optimizer::snapshot, "LookAhead: no snapshot can be taken" + rest);
        refused(() -> optimizer.state("a", "v"), "LookAhead: no state can be read" + rest);
    }

    @Test
    void step_withoutWhatTheRuleAsksFor_isRefused() {
        refused(
                of(LOOK_AHEAD)::step,
                "LookAhead: it chooses the point of its gradient: call prepare(), compute the gradient there, then step();"
                        + " or step(evaluation)");
        refused(of(SHARP)::step, "Sharp: it asks for 2 gradients in a step: call step(evaluation)");
        refused(
                of(SHARP)::prepare,
                "Sharp: it asks for 2 gradients in a step, so none can be prepared for: call step(evaluation)");
        refused(of(POLYAK)::step, "Polyak: it reads the loss: call step(loss) or step(evaluation)");
        assertThat(w).containsExactly(4, -8, 1);
    }

    @Test
    void step_withTheLoss_isAStepWithAnEvaluation() {
        Optimizer given = of(POLYAK);
        given.step(bowl(0));
        double[] made = w.clone();
        System.arraycopy(new double[] {4, -8, 1}, 0, w, 0, 3);
        of(POLYAK).step(this::bowl);

        assertThat(made).containsExactly(2, -4, 0.5).isEqualTo(w);
    }

    @Test
    void evaluations_areAskedForInOrder_whereTheRuleWants() {
        List<String> asked = new ArrayList<>();
        of(SHARP).step(number -> {
            asked.add(number + " at " + w[0]);
            return bowl(number);
        });

        assertThat(asked).containsExactly("0 at 4.0", "1 at 6.0");
        assertThat(w).containsExactly(2.5, -5, 0.625);
    }

    @Test
    void evaluation_thatThrows_leavesEverything_andTheStepCanBeMadeAgain() {
        Optimizer optimizer = of(SHARP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.step(number -> {
                    if (number == 1) {
                        throw new IllegalArgumentException("no batch");
                    }
                    return bowl(number);
                }))
                .withMessage("no batch");
        assertThat(w).containsExactly(4, -8, 1);
        assertThat(optimizer.t()).isZero();
        optimizer.step(this::bowl);
        assertThat(w).containsExactly(2.5, -5, 0.625);
    }

    @Test
    void evaluation_cannotStep() {
        Optimizer optimizer = of(SHARP);
        refused(
                () -> optimizer.step(number -> {
                    optimizer.step(this::bowl);
                    return 0;
                }),
                "Sharp: no other step can begin in the middle of a step");
        assertThat(w).containsExactly(4, -8, 1);
    }

    @Test
    void show_putsAnOutputIntoTheValues_andHideTakesItOut() {
        Optimizer optimizer = of(AVERAGED);
        optimizer.step(this::bowl);
        double[] before = w.clone();

        optimizer.show("average");
        assertThat(w).containsExactly(3.5, -7, 0.875);
        assertThat(optimizer.output("a", "ahead")).containsExactly(2.5, -5, 0.625);
        optimizer.show("ahead");
        assertThat(w).containsExactly(2.5, -5, 0.625);
        assertThat(optimizer.output("a", "average")).containsExactly(3.5, -7, 0.875);
        refused(() -> optimizer.step(this::bowl), "Averaged: 'ahead' is shown in the parameters: call hide() first");
        refused(optimizer::prepare, "Averaged: 'ahead' is shown in the parameters: call hide() first");

        optimizer.hide();
        assertThat(w).isEqualTo(before);
        optimizer.hide();
        assertThat(w).isEqualTo(before);
    }

    @Test
    void show_beforeTheFirstStep_isTheStartOfAState() {
        Optimizer optimizer = of(AVERAGED);
        optimizer.show("average");
        assertThat(w).containsExactly(4, -8, 1);
        optimizer.hide();
        refused(() -> optimizer.show("ahead"), "Averaged: 'ahead' has no value before the first step");
    }

    @Test
    void show_ofANumber_isRefused() {
        Optimizer optimizer = of(AVERAGED);
        optimizer.step(this::bowl);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.show("size"))
                .withMessage("Averaged: 'size' is per model: only an output per element can be shown");
    }

    @Test
    void inputs_areAskedForOnlyOnStepsThatReadThem() {
        Optimizer optimizer = of("""
                optimizer Curved(w, g) {
                  input h
                  input scale per model
                  state v = 1
                  v[t] = if mod(t, 2) == 0 then h * scale else v[t-1]
                  w[t] = w[t-1] - g / v[t]
                }
                """);
        List<String> asked = new ArrayList<>();
        optimizer.inputs(input -> {
            asked.add(input);
            if (input.equals("scale")) {
                optimizer.input("scale", 2);
            } else {
                optimizer.input("h", "a", new double[] {0, 1, 2, 4}, 1);
            }
        });
        optimizer.step(this::bowl);
        assertThat(asked).isEmpty();
        w[0] = w[1] = w[2] = 8;
        optimizer.step(this::bowl);

        assertThat(asked).containsExactlyInAnyOrder("h", "scale");
        assertThat(w).containsExactly(4, 6, 7);
    }

    @Test
    void inputs_thatNobodyGave_areNamed() {
        Optimizer optimizer = of("""
                optimizer Curved(w, g) {
                  input h
                  input scale per model
                  w[t] = w[t-1] - g * h * scale
                }
                """);
        refused(
                () -> optimizer.step(this::bowl),
                "Curved reads the input 'scale', which has no value: give it by input(\"scale\", …) or a source of inputs");
        optimizer.input("scale", 0.5);
        refused(
                () -> optimizer.step(this::bowl),
                "Curved reads the input 'h', which has no values for the tensor 'a': give them by input(\"h\", \"a\", …) or a"
                        + " source of inputs");
        optimizer.input("h", "a", new double[] {1, 1, 1}, 0);
        optimizer.step(this::bowl);
        assertThat(w).containsExactly(2, -4, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.input("h", 1))
                .withMessage("Curved: the input 'h' is per element: give it for each tensor, by its name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.input("h", "a", new double[4], 2))
                .withMessage("Curved: the input 'h' has 2 elements from 2 on, and the tensor 'a' has 3");
    }

    @Test
    void snapshot_inMidCourse_goesOnBitForBit() {
        String rule = """
                optimizer Everything(w, g) {
                  input h
                  state m = 0
                  s    = grad(w[t-1] + 0.3 * g[t-2]) when mod(t, 3) == 0
                  m[t] = 0.7 * m[t-1] + (if mod(t, 2) == 0 then h else s) + 0.1 * w[0]
                  w[t] = w[t-1] - 0.1 * m[t] - 0.01 * loss * g
                }
                """;
        Optimizer first = of(rule);
        first.input("h", "a", new double[] {0.3, 0.1, -7}, 0);
        steps(first, 5);
        Snapshot kept = first.snapshot();
        double[] values = w.clone();
        steps(first, 6);
        double[] expected = w.clone();

        System.arraycopy(values, 0, w, 0, 3);
        Optimizer second = of(rule);
        second.input("h", "a", new double[] {0.3, 0.1, -7}, 0);
        second.restore(kept);
        steps(second, 6);

        assertThat(w).isEqualTo(expected);
    }

    private void steps(Optimizer optimizer, int count) {
        for (int i = 0; i < count; i++) {
            optimizer.step(this::bowl);
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalStateException().isThrownBy(call).withMessage(message);
    }
}

package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs of every shape: what they become in generated code, and how they are given. */
class InputAgreementTest {
    private static final List<List<Integer>> SHAPES = Stream.concat(
                    Agreement.SOME_SHAPES.stream(),
                    Stream.of(List.of(3, 5, 3, 3), List.of(0, 4), List.of(2, 0, 3), List.of(9, 600)))
            .toList();

    private static final String EACH = """
            optimizer Each(w, g) {
              input metric per model
              input trust per tensor
              input block per matrix
              input units per row
              input feeds per col
              input h
              matrix last
              w[t] = w[t-1] - trust * block * units * feeds * h * g * metric
            }
            """;

    static List<String> rules() {
        return List.of(EACH, """
                optimizer Rows(w, g) {
                  input r per row
                  input c per col
                  w[t] = w[t-1] - 0.1 * g / (1 + sqrt(abs(r)) + sqrt(abs(c)))
                }
                """, """
                optimizer Reduced(w, g) {
                  input trust per tensor
                  input whole per matrix
                  input r per row
                  state s = 0
                  s[t] = 0.5 * s[t-1] + r
                  k    = sum(r) + norm(trust per model) + trust * whole
                  w[t] = w[t-1] - 0.1 * g * k / (1 + norm(s[t] per model)) - 0.1 * s[t-2] * trust[t-1] * r[t-2]
                }
                """, """
                optimizer Stacks(w, g) {
                  matrix last
                  input q per matrix
                  input r per row
                  input c per col
                  state m = 1
                  m[t] = 0.5 * m[t-1] + q
                  w[t] = w[t-1] - g * (q + m[t]) / (1 + abs(r) * amax(r per matrix)) + c * mean(g per col)
                }
                """, """
                optimizer Sometimes(w, g) {
                  input trust per tensor
                  input r per row
                  input c per col
                  input q per tensor
                  odd  = mod(t, 2) == 1
                  calm = norm(g per model) < 2
                  a    = damped(g, r) when odd
                  b    = if calm then q else 1
                  d    = if odd and calm then c * trust else mean(g per col)
                  w[t] = w[t-1] - 0.1 * a * b - d
                }
                def damped(x, r) {
                  state a = 0
                  a[t] = 0.5 * a[t-1] + x / (1 + abs(r))
                  return a[t]
                }
                """, """
                optimizer Late(w, g) {
                  input trust per tensor
                  input r per row
                  s    = grad(w[t-1] - trust * g)
                  b    = if norm(s per model) < 5 then r else 1
                  w[t] = w[t-1] - 0.1 * s * b
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_hasTheInterpretersBits(String rule) {
        Compilation compilation = Descant.compiler().run(new SourceText("rule.opt", rule), "compile");
        assertThat(compilation.classes())
                .describedAs(compilation.diagnostics().toString())
                .isPresent();
        for (ElementType type : ElementType.values()) {
            ClassFiles files = compilation.classes().orElseThrow();
            new Agreement(compilation.system().orElseThrow(), files, type, SHAPES, rule.length())
                    .asksForInputsExactly()
                    .run(8);
        }
    }

    @Test
    void input_ofTheWrongKindOrLength_isRefused() {
        Optimizer each = each(new float[24], new float[24]);
        refused(
                () -> each.input("trust", 1),
                "Each: the input 'trust' is per tensor: give it for each tensor, by its name");
        refused(
                () -> each.input("metric", "cube", 1),
                "Each: the input 'metric' is per model: give it without a tensor's name");
        refused(
                () -> each.input("units", "cube", 1),
                "Each: the input 'units' is per row of the last axes: give it for each tensor in an array");
        refused(
                () -> each.input("trust", "cube", new float[1], 0),
                "Each: the input 'trust' is per tensor: give it as one number of the tensor, not in an array");
        refused(
                () -> each.input("units", "cube", new float[5], 0),
                "Each: the input 'units' has 5 values from 0 on, and the tensor 'cube' has 6, per row of the last axes");
        refused(
                () -> each.input("block", "cube", new double[2], 1),
                "Each: the input 'block' has 1 values from 1 on, and the tensor 'cube' has 2, per matrix of the last axes");
        refused(
                () -> each.input("feeds", "cube", new double[8], 0),
                "Each: the input 'feeds' is of another type than the float[] parameters");
    }

    @Test
    void step_withoutAnInput_changesNothingAndSaysWhichIsMissing() {
        Optimizer each = each(new float[24], new float[24]);
        each.input("metric", 1);
        each.input("trust", "cube", 1);
        assertThatThrownBy(each::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Each reads the input 'trust', which has no values for the tensor 'row': give them by"
                        + " input(\"trust\", \"row\", …) or a source of inputs");
        assertThat(each.t()).isZero();
    }

    @Test
    void inputs_comeFromASourceOnceAStep() {
        float[] w = new float[24];
        float[] g = new float[24];
        Arrays.fill(g, 1);
        Optimizer each = each(w, g);
        List<String> asked = new ArrayList<>();
        float[] counted = new float[24];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = i;
        }
        each.inputs(name -> {
            asked.add(name);
            switch (name) {
                case "metric" -> each.input(name, 2);
                case "trust" -> {
                    each.input(name, "cube", 3);
                    each.input(name, "row", 0.5);
                }
                case "block" -> {
                    each.input(name, "cube", new float[] {9, 1, 2}, 1);
                    each.input(name, "row", new double[] {1}, 0);
                }
                default -> {
                    each.input(name, "cube", counted, 0);
                    each.input(name, "row", counted, 1);
                }
            }
        });
        each.step();

        assertThat(asked).containsExactlyInAnyOrder("metric", "trust", "block", "units", "feeds", "h");
        for (int i = 0; i < 24; i++) {
            int block = i < 12 ? 1 : 2;
            int row = i / 4;
            int col = i / 12 * 4 + i % 4;
            assertThat(w[i]).isEqualTo(-3f * block * row * col * i * 2);
        }
    }

    /** Of a stack of two matrices of three rows and four columns, and a vector of two elements. */
    private static Optimizer each(float[] w, float[] g) {
        Parameters parameters = Parameters.builder()
                .tensor("cube", w, g, 2, 3, 4)
                .tensor("row", new float[2], new float[2], 2)
                .build();
        return Descant.compile(EACH).create(parameters);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

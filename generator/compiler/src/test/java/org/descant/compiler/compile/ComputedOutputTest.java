package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.random.RandomRules;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.OutputDescription;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.StateDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs that are computed when they are read have the bits that a state would have kept. */
class ComputedOutputTest {
    private static final List<List<Integer>> SHAPES =
            List.of(List.of(5), List.of(0), List.of(1), List.of(17), List.of(3, 4));

    private static final String RULE = """
            optimizer Shown(w, g) {
              hyper lr   = 0.1 in [0, inf)
              hyper beta = 0.5 in [0, 1)
              state m = 0
              state v = w[0]
              state n = lr
              state b as bf16 = 0

              n[t] = 0.5 * n[t-1] + lr
              rate = n[t] * lr
              m[t] = beta * m[t-1] + (1 - beta) * g
              b[t] = b[t-1] + g
              part = %s
              w[t] = w[t-1] - rate * m[t]
              v[t] = lerp(v[t-1], w[t], beta)
              output x = %s
              output m
            }
            """;

    static List<ClassCompiler> compilers() {
        return RuleClassesTest.compilers().toList();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void randomOutputs_haveTheInterpretersBits(ClassCompiler compiler) {
        List<Compilation> compilations = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            RandomGenerator random = RandomRules.generator(seed);
            String text = RULE.replace("Shown", "Shown" + seed)
                    .formatted(expression(random, 3, true), "max(" + expression(random, 4, false) + ", w[t])");
            compilations.add(Descant.compiler().run(new SourceText("shown.opt", text), "emit"));
        }
        List<JavaSource> sources = compilations.stream()
                .map(compilation -> compilation.source().orElseThrow())
                .toList();
        List<ClassFiles> files = ClassFiles.compileAll(sources, compiler);
        for (int i = 0; i < files.size(); i++) {
            assertThat(output(RuleClasses.description(files.get(i).load()), "x"))
                    .describedAs(sources.get(i).text())
                    .isInstanceOf(OutputDescription.Computed.class);
            for (ElementType type : ElementType.values()) {
                new Agreement(compilations.get(i).system().orElseThrow(), files.get(i), type, SHAPES, i).run(4);
            }
        }
    }

    @Test
    void outputOfWhatIsGoneAfterTheStep_isStored() {
        for (String gone : List.of("w[t] - w[t-1]", "w[t] * g", "m[t] - m[t-1]", "b[t] + w[t]", "ema(w[t], 0.5)")) {
            RuleDescription rule = Descant.compile(RULE.formatted("0", gone)).description();
            assertThat(output(rule, "x"))
                    .describedAs(gone)
                    .isEqualTo(new OutputDescription.Kept("x", "x", gone.startsWith("ema")));
        }
    }

    @Test
    void numbersThatMayChange_areKeptByTheirNames() {
        RuleDescription rule = Descant.compile(RULE.formatted("0", "(w[t] - (1 - beta) * v[t]) / (rate + n[t] + t)"))
                .description();
        assertThat(rule.states()).extracting(StateDescription::name).containsExactly("m", "v", "n", "x.beta", "x.rate");
    }

    @Test
    void output_isThatOfTheLastStep_whateverWasSetSince() {
        double[] w = {2};
        double[] g = {0};
        Parameters parameters = Parameters.builder().tensor("w", w, g, 1).build();
        Optimizer optimizer =
                Descant.compile(RULE.formatted("0", "w[t] * beta")).create(parameters);
        optimizer.set("beta", 0.25);
        optimizer.step();
        optimizer.set("beta", 0.75);
        assertThat(optimizer.output("w", "x")).containsExactly(0.5);

        Optimizer restored = Descant.compile(RULE.formatted("0", "w[t] * beta")).create(parameters);
        restored.restore(optimizer.snapshot());
        assertThat(restored.output("w", "x")).containsExactly(0.5);
    }

    private static OutputDescription output(RuleDescription rule, String name) {
        return rule.output(name);
    }

    /** @param early whether it stands before w[t], and is a part of the output */
    private static String expression(RandomGenerator random, int depth, boolean early) {
        if (depth == 0) {
            List<String> leaves = early
                    ? List.of("m[t]", "beta", "n[t]", "t", "0.1", "rate")
                    : List.of("w[t]", "m[t]", "v[t]", "n[t]", "t", "lr", "beta", "rate", "part", "2", "0.3");
            return leaves.get(random.nextInt(leaves.size()));
        }
        String a = expression(random, depth - 1, early);
        String b = expression(random, random.nextInt(depth), early);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2 -> "(" + a + " * " + b + ")";
            case 3 -> "(" + a + " / (abs(" + b + ") + 1))";
            case 4 -> "max(" + a + ", " + b + ")";
            case 5 -> "sqrt(abs(" + a + "))";
            case 6 -> "(-" + a + ")";
            case 7 -> "(" + a + ")^2";
            default -> "(if lr * t > beta then " + a + " else " + b + ")";
        };
    }
}

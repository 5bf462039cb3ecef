package org.descant.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.CodeTooLargeException;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of a size that nobody writes by hand. */
class LimitsTest {
    @Test
    void sumOfTenThousandTerms_runsAndIsSaidToBeSlow() {
        String rule = "optimizer Long(w, g) { w[t] = w[t-1] - (" + "g + ".repeat(9_999) + "g) }";
        CompiledRule compiled = Descant.compile(rule);
        float[] w = {0, 1};
        compiled.create(Parameters.builder()
                        .tensor("w", w, new float[] {1, 2}, 2)
                        .build())
                .step();
        assertThat(w).containsExactly(-10_000, -19_999);
        assertThat(compiled.warnings())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .matches("the rule 'Long' becomes a method of \\d+ bytes, and the JVM compiles none of more than 8000");
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void sumThatNoMethodHolds_isRefused(ClassCompiler backEnd) {
        String rule = "optimizer Vast(w, g) {\n  x = " + "g + ".repeat(24_999) + "g\n  w[t] = w[t-1] - x\n}";
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compiler().backEnd(backEnd).compile(rule))
                .withMessage("""
                        <text>:1:11: error: the rule 'Vast' becomes a method of more than 64 KB, which no class file can hold
                            optimizer Vast(w, g) {
                                      ^^^^
                          = shorten it
                        """);
    }

    /** What is generated ahead of time is compiled by somebody else, who could not say which rule is too long. */
    @Test
    void whatNoMethodHolds_isRefusedWhenItIsGenerated() {
        assertThat(Descant.compiler().run(choices(6_000), "emit").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the rule 'Vast' becomes a method of more than 64 KB, which no class file can hold");
    }

    @Test
    void whatJanino_butNotJavac_canHold_isWarnedOf() {
        assertThat(Descant.compiler().run(choices(3_000), "emit").diagnostics())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .endsWith("the JVM compiles none of more than 8000; javac, which needs more of them, may refuse it");
        assertThatExceptionOfType(CodeTooLargeException.class).isThrownBy(() -> JavacCompiler.ofThisJdk()
                .orElseThrow()
                .compile(Descant.compiler().run(choices(3_000), "emit").source().stream()
                        .toList()));
    }

    private static SourceText choices(int count) {
        String choices = IntStream.range(0, count)
                .mapToObj(i -> "if g > %d then %d else ".formatted(i, i))
                .collect(Collectors.joining());
        return new SourceText("vast.opt", "optimizer Vast(w, g) { w[t] = w[t-1] - (" + choices + "g) }");
    }

    @Test
    void ruleThatIsSlow_isSaidToBeWhenItIsGenerated() {
        SourceText rule =
                new SourceText("long.opt", "optimizer Long(w, g) { w[t] = w[t-1] - (" + "g + ".repeat(9_999) + "g) }");
        assertThat(Descant.compiler().run(rule, "emit").diagnostics())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("the JVM compiles none of more than 8000");
    }

    static List<ClassCompiler> backEnds() {
        return List.of(new JaninoCompiler(), JavacCompiler.ofThisJdk().orElseThrow());
    }

    @Test
    void moreStatesThanAMethodTakesArrays_areRefused() {
        String states = IntStream.range(0, 300)
                .mapToObj(i -> "  state m%1$d = 0\n  m%1$d[t] = 0.9 * m%1$d[t-1] + g\n".formatted(i))
                .collect(Collectors.joining());
        String sum = IntStream.range(0, 300).mapToObj(i -> "m" + i + "[t]").collect(Collectors.joining(" + "));
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() ->
                        Descant.compile("optimizer Wide(w, g) {\n" + states + "  w[t] = w[t-1] - (" + sum + ")\n}"))
                .withMessage("""
                        <text>:1:11: error: the rule 'Wide' has 302 arrays and 0 numbers in one loop, more than the 255 that a Java method takes
                            optimizer Wide(w, g) {
                                      ^^^^
                          = keep fewer states, or make several rules of it
                        """);
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void longestPast_runs(ClassCompiler backEnd) {
        String rule = "optimizer Late(w, g) { w[t] = w[t-1] - g[t-1000] }";
        CompiledRule compiled = Descant.compiler().backEnd(backEnd).compile(rule);
        double[] w = {0};
        Optimizer late = compiled.create(
                Parameters.builder().tensor("w", w, new double[] {1}, 1).build());

        for (int step = 0; step < 1000; step++) {
            late.step();
        }

        assertThat(w).containsExactly(0);
        late.step();
        assertThat(w).containsExactly(-1);
        assertThat(compiled.warnings()).isEmpty();
    }

    @Test
    void nestingOfAllThatIsAllowed_isCompiled() {
        String rule = "optimizer Deep(w, g) { w[t] = w[t-1] - " + "sqrt(".repeat(150) + "g" + ")".repeat(150) + " }";
        double[] w = {0};
        Descant.compile(rule)
                .create(Parameters.builder().tensor("w", w, new double[] {1}, 1).build())
                .step();
        assertThat(w).containsExactly(-1);
    }
}

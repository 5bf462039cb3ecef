package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text, however large or broken, overflows the stack or takes long. */
class LimitsTest {
    private static final int MANY = 20_000;
    private static final String TOO_DEEP = "this is nested more than 200 deep";

    static Stream<Arguments> tooDeep() {
        return Stream.of(
                Arguments.of("(".repeat(MANY) + "g" + ")".repeat(MANY)),
                Arguments.of("max(".repeat(MANY) + "g" + ")".repeat(MANY)),
                Arguments.of("m[".repeat(MANY) + "t" + "]".repeat(MANY)),
                Arguments.of("‖g + ".repeat(MANY) + "g" + "‖".repeat(MANY)),
                Arguments.of("-".repeat(MANY) + "g"),
                Arguments.of("√".repeat(MANY) + "g"),
                Arguments.of("not ".repeat(MANY) + "g"),
                Arguments.of("g^".repeat(MANY) + "g"),
                Arguments.of("g^" + "-".repeat(MANY) + "g"),
                Arguments.of("if g > 0 then ".repeat(MANY) + "g" + " else g".repeat(MANY)),
                Arguments.of("(-g^(".repeat(MANY) + "g" + "))".repeat(MANY)));
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void nestingBeyondTheLimit_isOneError(String expression) {
        List<Diagnostic> errors = errors("optimizer A(w, g) {\n  w[t] = " + expression + "\n}");

        assertThat(errors).extracting(Diagnostic::message).containsExactly(TOO_DEEP);
    }

    @Test
    void nestingBeyondTheLimit_hidesNoOtherError() {
        List<Diagnostic> errors =
                errors("optimizer A(w, g) {\n  a = " + "(".repeat(MANY) + "\n  b = 2x\n  w[t] = w[t-1] - g\n}");

        assertThat(errors).extracting(Diagnostic::message).containsExactly(TOO_DEEP, "two values side by side");
    }

    static Stream<Arguments> longChains() {
        return Stream.of(
                Arguments.of("g + ".repeat(MANY) + "g"),
                Arguments.of("g * ".repeat(MANY) + "g"),
                Arguments.of("b or ".repeat(MANY) + "b"),
                Arguments.of("if g > 0 then g else ".repeat(MANY) + "g"),
                Arguments.of("max(" + "g, ".repeat(MANY) + "g)"),
                Arguments.of("(".repeat(200) + "g" + ")".repeat(200)),
                Arguments.of("-".repeat(200) + "g"),
                Arguments.of("g^".repeat(200) + "g"));
    }

    @ParameterizedTest
    @MethodSource("longChains")
    void chainsOfAnyLength_areRead(String expression) {
        assertThat(errors("optimizer A(w, g) {\n  w[t] = " + expression + "\n}"))
                .isEmpty();
    }

    static Stream<Arguments> rubbish() {
        return Stream.of(
                Arguments.of("("),
                Arguments.of(")"),
                Arguments.of("()"),
                Arguments.of("[({‖"),
                Arguments.of("{"),
                Arguments.of("}"),
                Arguments.of("optimizer A(w, g) { x = ("),
                Arguments.of("optimizer "),
                Arguments.of("import \"a"),
                Arguments.of("/*"),
                Arguments.of("\u0000"),
                Arguments.of("\ud835"),
                Arguments.of("a b\n"),
                Arguments.of("= "),
                Arguments.of("1.2.3.4"),
                Arguments.of("\"\n"));
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void aMegabyteOfRubbish_isExplainedQuickly(String piece) {
        int times = 1_000_000 / piece.length();
        assertThat(errors("optimizer A(w, g) {\n  w[t] = " + piece.repeat(times)))
                .isNotEmpty();
    }

    @Test
    void aMegabyteOutsideOfBraces_isExplainedQuickly() {
        assertThat(errors("[({".repeat(333_333))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g%s", "g⁻%s"})
    void aHugeSuperscript_isLargerThanAnyDouble(String expression) {
        String value = expression.formatted("²".repeat(400));
        assertThat(errors("optimizer A(w, g) {\n  w[t] = w[t-1] - " + value + "\n}"))
                .extracting(Diagnostic::message)
                .containsExactly("the number is larger than any double");
    }

    @Test
    void aHugeSubscript_isLargerThanAnyDouble() {
        assertThat(errors("optimizer A(w, g) {\n  w[t] = wₜ₋" + "₂".repeat(400) + " - g\n}"))
                .extracting(Diagnostic::message)
                .containsExactly("the number is larger than any double");
    }

    @Test
    void aLoneSurrogate_isExplained() {
        assertThat(errors("optimizer A(w, g) {\n  w[t] = \udc00g\n}"))
                .extracting(Diagnostic::message)
                .containsExactly("the character U+DC00 cannot be seen and may not stand in a rule");
    }

    /** Far more time than it takes, so that a busy machine does not fail the test and a quadratic pass does. */
    private static List<Diagnostic> errors(String text) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Diagnostics diagnostics = new Diagnostics();
            RuleParser.parse(new SourceText("test.opt", text), diagnostics);
            assertThat(new DiagnosticRenderer(true).render(diagnostics.all())).doesNotContain("\u0000");
            return diagnostics.all();
        });
    }
}

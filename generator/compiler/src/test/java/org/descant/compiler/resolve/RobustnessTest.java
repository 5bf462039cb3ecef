package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.model.RuleModel;
import org.junit.jupiter.api.Test;

/** Long, deep and senseless rules end in a model or in diagnostics. */
class RobustnessTest {
    private static final List<String> WORDS = List.of(
            "m",
            "m[t]",
            "m[t-1]",
            "m[t-2]",
            "w",
            "w[t-1]",
            "w[0]",
            "g",
            "g[t-3]",
            "lr",
            "lr(2)",
            "flag",
            "t",
            "ema(g, 0.9)",
            "norm(g per model)",
            "f(g)",
            "f(f(g))",
            "p.a[t]",
            "p.b",
            "p",
            "inner(w[t-1], g)",
            "A(w[t-1], g)",
            "x",
            "u",
            "u[t-1]",
            "cosine(t - 1)",
            "grad(w[t-1])",
            "loss",
            "rank",
            "pi",
            "inf",
            "true",
            "(if flag then g else m[t-1])",
            "h",
            "n",
            "g[t-n]",
            "unknown",
            "ema",
            "f",
            "m[t+1]",
            "sqrt(g)",
            "max(g)",
            "-1",
            "2");

    @Test
    void chain_ofTenThousandTerms_isCutIntoEquations() {
        RuleModel model = Rules.resolve(rule("u = " + join(10_000, " + ", i -> "g") + "\n w[t] = w[t-1] - u"));

        assertThat(model.equations())
                .hasSizeGreaterThan(150)
                .allSatisfy(equation -> assertThat(Depth.of(equation.value())).isLessThanOrEqualTo(64));
    }

    @Test
    void choice_ofTenThousandBranches_isCutIntoEquations() {
        String branches = join(10_000, " ", i -> "if t < " + i + " then " + i + " else");

        RuleModel model = Rules.resolve(rule("u = " + branches + " 0\n w[t] = w[t-1] - u"));

        assertThat(model.equations())
                .allSatisfy(equation -> assertThat(Depth.of(equation.value())).isLessThanOrEqualTo(64));
    }

    @Test
    void parenthesesAroundChains_areCutIntoEquations() {
        String nested = "(".repeat(180) + "g" + (" + " + join(40, " + ", i -> "g") + ")").repeat(180);

        RuleModel model = Rules.resolve(rule("u = " + nested + "\n w[t] = w[t-1] - u"));

        assertThat(model.equations())
                .allSatisfy(equation -> assertThat(Depth.of(equation.value())).isLessThanOrEqualTo(64));
    }

    @Test
    void thousandStates_areResolved() {
        String states = join(1000, "\n", i -> "state s" + i + " = 0\n s" + i + "[t] = 0.9 * s" + i + "[t-1] + g");

        RuleModel model = Rules.resolve(rule(states + "\n w[t] = w[t-1] - " + join(1000, " - ", i -> "s" + i + "[t]")));

        assertThat(model.states()).hasSize(1000);
    }

    @Test
    void equationsInAChain_areOrderedHoweverManyAndHoweverTheyStand() {
        String chain = join(9000, "\n", i -> "a" + (9000 - i) + " = a" + (8999 - i));

        RuleModel model = Rules.resolve(rule("w[t] = w[t-1] - a9000\n" + chain + "\n a0 = g"));

        assertThat(model.equations().get(0).name()).isEqualTo("a0");
        assertThat(model.equations().get(9001).name()).isEqualTo("w");
    }

    @Test
    void cycleThroughThousandsOfEquations_isReported() {
        String chain = join(5000, "\n", i -> "a" + i + " = a" + (i + 1) % 5000);

        assertThat(Rules.messages(rule("w[t] = w[t-1] - a7\n" + chain)))
                .singleElement()
                .asString()
                .startsWith("3: these names need each other on the same step: a0 → a1 → a2 →");
    }

    @Test
    void defsThatMultiply_endAtALimit() {
        String defs = "def f0(x) { state a = 0\n a[t] = a[t-1] + x\n return a[t] }\n"
                + join(
                        25,
                        "\n",
                        i -> "def f" + (i + 1) + "(x) { p = f" + i + "(x)\n q = f" + i + "(p)\n return p + q }");

        // f16 is a function of the language.
        String text = defs.replace("f16", "sixteen") + rule("u = f25(g)\n w[t] = w[t-1] - u");

        String much = "with its parts written out, the rule has more than 20000 equations and states;"
                + " apply fewer parts inside one another, and look back less far";
        assertThat(Rules.messages(text)).containsExactly("40: " + much, "78: " + much);
    }

    @Test
    void expressionsThatMultiply_endAtALimit() {
        String defs =
                "def h0(x) = x\n" + join(40, "\n", i -> "def h" + (i + 1) + "(x) = h" + i + "(x) + h" + i + "(x)");

        String much = "with its parts written out, the rule applies more than 20000 of them;"
                + " apply fewer parts inside one another";
        assertThat(Rules.messages(defs + "\n" + rule("w[t] = w[t-1] - h40(g)")))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).endsWith(much));
    }

    @Test
    void defsInsideOneAnother_endAtALimit() {
        String defs = "def h0(x) = x\n" + join(1000, "\n", i -> "def h" + (i + 1) + "(x) = h" + i + "(x + 1)");

        assertThat(Rules.messages(defs + "\n" + rule("w[t] = w[t-1] - h1000(g)")))
                .containsExactly(
                        "101: parts are applied inside one another more than 100 deep",
                        "1002: parts are applied inside one another more than 100 deep");
    }

    @Test
    void deepExpressionsInDeepDefs_endAtALimit() {
        String defs = "def h0(x) = x\n"
                + join(
                        90,
                        "\n",
                        i -> "def h" + (i + 1) + "(x) = " + "(-".repeat(90) + "h" + i + "(x)" + ")".repeat(90));

        assertThat(Rules.messages(defs + "\n" + rule("w[t] = w[t-1] - h90(g)")))
                .containsExactly(
                        "8: with its parts written out, the rule is nested more than 600 deep",
                        "92: with its parts written out, the rule is nested more than 600 deep");
    }

    @Test
    void longStart_isRefused() {
        assertThat(Rules.messages(
                        rule("state m = " + join(500, " + ", i -> "1") + "\n m[t] = m[t-1]\n w[t] = w[t-1] - m[t]")))
                .containsExactly("2: the start of 'm' has more than 64 operations inside one another or in a row");
    }

    @Test
    void derivationsInARow_endAtALimit() {
        String derived = join(150, "\n", i -> "optimizer A" + (i + 1) + " = A" + i + "(lr = 0." + (i + 1) + ")");

        assertThat(Rules.messages("optimizer A0(w, g) { hyper lr = 0.1\n w[t] = w[t-1] - lr * g }\n" + derived))
                .containsExactly("103: more than 100 derivations lead to the equations");
    }

    @Test
    void senselessRules_neverThrow() {
        Random random = new Random(20_240_601);
        for (int trial = 0; trial < 400; trial++) {
            String text = senseless(random);
            assertThat(Rules.messages(text)).describedAs(text).isNotNull();
        }
    }

    private static String senseless(Random random) {
        String defs = """
                def f(x) { state a = %s
                  a[t] = %s
                  b = %s
                  return %s }
                optimizer B(w, g) { hyper lr = 0.1 in [0, 1]
                  option n = 2
                  input h
                  state z = %s
                  z[t] = %s
                  w[t] = %s }
                optimizer A(w, g) {
                  hyper lr = 0.1 in [0, 1)
                  option flag = %s
                  option n = 1
                  rule inner = B(lr: %s)
                  state m = %s
                  p = %s when %s
                  u = %s
                  x = %s
                  x2 = %s when u
                  m[t] = %s
                  output p
                  w[t] = %s }
                optimizer C = A(lr = %s, inner: %s)
                """;
        int holes = (defs.length() - defs.replace("%s", "").length()) / 2;
        Object[] values = IntStream.range(0, holes).mapToObj(i -> value(random)).toArray();
        return String.format(defs, values);
    }

    private static String value(Random random) {
        int terms = 1 + random.nextInt(3);
        return IntStream.range(0, terms)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " * " : " < "));
    }

    private static String rule(String body) {
        return "optimizer A(w, g) {\n" + body + "\n}\n";
    }

    private static String join(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }
}

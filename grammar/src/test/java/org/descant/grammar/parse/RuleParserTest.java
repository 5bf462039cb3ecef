package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleParserTest {
    static List<String> corpus() {
        return Corpus.names();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpus_isReadWithoutErrors(String name) {
        RuleFile file = read(Corpus.read(name).text());

        assertThat(file.declarations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "β₁ · mₜ₋₁ + (1 − β₁) ⊙ g | beta1 * m[t-1] + (1 - beta1) * g",
                "a × b ∗ c ⋅ d ÷ e | a * b * c * d / e",
                "g² + g³ + g⁻¹ + β₂ᵗ | g^2 + g^3 + g^-1 + beta2^t",
                "β₁ᵗ⁻¹ + x⁻ᵗ | beta1^(t-1) + x^-t",
                "√v + √(v + 1) + √mₜ | sqrt(v) + sqrt(v + 1) + sqrt(m[t])",
                "√√x | sqrt(sqrt(x))",
                "‖g‖ + ‖g + 1 per row‖ | norm(g) + norm(g + 1 per row)",
                "‖‖g per row‖ + ‖g‖‖ | norm(norm(g per row) + norm(g))",
                "m̂ + v̂ + ḡ + g̃ + ĝ + v̅ | mhat + vhat + gbar + gtilde + ghat + vbar",
                "𝛽 + ϵ + 𝑣 + ϑ + ℎ + Γ | beta + epsilon + v + theta + h + Gamma",
                "a\u00a0+\u202fb | a + b",
                "a ≤ b | a <= b",
                "a ≥ b | a >= b",
                "a ≠ b | a != b",
                "x₁₂ + mₜ₊₁ + gₜ² | x12 + m[t+1] + g[t]^2",
                "1_000 + 1e−3 | 1000 + 0.001",
            })
    void paperSpelling_meansTheSameAsAscii(String paper, String ascii) {
        assertThat(TreeText.of(read("def f(x) = " + paper))).isEqualTo(TreeText.of(read("def f(x) = " + ascii)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2 | -(x^2)",
                "x^y^z | x^(y^z)",
                "x^-y^2 | x^(-(y^2))",
                "-a * b | (-a) * b",
                "a * b + c / d - e | (a * b) + (c / d) - e",
                "not a < b and c or d | ((not (a < b)) and c) or d",
                "not a == b | not (a == b)",
                "if a then b else if c then d else e | if (a) then (b) else if (c) then (d) else (e)",
            })
    void operators_bindAsTheTableSays(String written, String meant) {
        assertThat(TreeText.of(read("def f(x) = " + written))).isEqualTo(TreeText.of(read("def f(x) = " + meant)));
    }

    @Test
    void softWords_areNamesWhereTheyMeanNothing() {
        RuleFile file = read("""
                optimizer Names(w, g) {
                  row = sum(g per row)
                  rule = row + 1
                  rule inner = Lion
                  matrix last
                  matrix = rule * 2
                  matrix[t] = 2
                  model = matrix; last = model; f32 = bf16(last)
                  tensor = norm(col per col)
                  state model per model as f64 = 0
                  w[t] = w[t-1] - g
                }
                """);

        assertThat(((OptimizerDeclaration) file.declarations().get(0)).body()).hasSize(12);
    }

    @Test
    void lineEnds_meanNothing() {
        String lines = "optimizer A(w, g) {\n  hyper lr = 1\n  state m = 0\n  m[t] = lr\n  w[t] = w[t-1] - g\n}\n";

        assertThat(TreeText.of(read(lines.replace("\n", " ")))).isEqualTo(TreeText.of(read(lines)));
        assertThat(TreeText.of(read(lines.replace("\n", "\r\n")))).isEqualTo(TreeText.of(read(lines)));
        assertThat(TreeText.of(read(lines.replace("\n ", ";\n ")))).isEqualTo(TreeText.of(read(lines)));
        assertThat(TreeText.of(read(lines.replace("m[t] = lr", "m\n[\nt\n]\n=\nlr"))))
                .isEqualTo(TreeText.of(read(lines)));
    }

    @Test
    void docs_belongToWhatFollowsOrToTheirLine() {
        RuleFile file = read("""
                /// First line.
                ///   Second line.
                optimizer A(w, g) { /// Of the header.
                  // not a doc
                  /// Above.
                  hyper lr = 1 in
                    [0, 1)  /// Behind.

                  state m = 0; /// Of m.
                  //// a rule of slashes
                  w[t] = w[t-1]
                    - g /// Of w.
                  /// Of nothing.
                }
                """);

        Declaration optimizer = file.declarations().get(0);
        assertThat(optimizer.doc().map(Doc::text)).contains("First line.\n  Second line.\nOf the header.");
        assertThat(((OptimizerDeclaration) optimizer).body())
                .extracting(BodyItem::doc)
                .extracting(doc -> doc.map(Doc::text).orElse(""))
                .containsExactly("Above.\nBehind.", "Of m.", "Of w.");
    }

    @Test
    void spans_coverWhatIsWritten() {
        RuleFile file = read("/// Doc.\noptimizer 𝑂(θ, g) {\n  θₜ = θₜ₋₁ − (g + 1)\n}\n");

        OptimizerDeclaration optimizer =
                (OptimizerDeclaration) file.declarations().get(0);
        assertThat(optimizer.name().span().text()).isEqualTo("𝑂");
        assertThat(optimizer.name().text()).isEqualTo("O");
        assertThat(optimizer.body().get(0).span().text()).isEqualTo("θₜ = θₜ₋₁ − (g + 1)");
    }

    @Test
    void brokenItems_areLeftOutOfTheTree() {
        Diagnostics diagnostics = new Diagnostics();
        SourceText text = new SourceText(
                "a.opt", "optimizer A(w, g) {\n  a = 2x\n  b = 3\n}\noptimizer (w) { c = 1 }\noptimizer D = A\n");

        RuleFile file = RuleParser.parse(text, diagnostics);

        assertThat(diagnostics.all()).hasSize(2);
        assertThat(file.declarations()).extracting(d -> d.name().text()).containsExactly("A", "D");
        assertThat(((OptimizerDeclaration) file.declarations().get(0)).body())
                .extracting(item -> item.span().text())
                .containsExactly("a = 2", "b = 3");
    }

    private static RuleFile read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        RuleFile file = RuleParser.parse(new SourceText("test.opt", text), diagnostics);
        assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isEmpty();
        return file;
    }
}

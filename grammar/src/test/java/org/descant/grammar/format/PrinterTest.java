package org.descant.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.parse.TreeText;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.RandomTrees;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
    @Test
    void randomTrees_areReadBackAsTheyWere() {
        RandomTrees trees = new RandomTrees(42);
        for (int i = 0; i < 500; i++) {
            RuleFile tree = trees.file();
            String text = FilePrinter.print(tree);

            assertThat(TreeText.of(read(text))).describedAs(text).isEqualTo(TreeText.of(tree));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "β₁·mₜ₋₁ + (1 − β₁)·g | beta1 * m[t-1] + (1 - beta1) * g",
                "((a) + (b * c)) | a + b * c",
                "(a + b) + c - (d - e) | (a + b) + c - (d - e)",
                "-(a + b)^2 * -c | -(a + b)^2 * -c",
                "(-a)^2 + a^-2^b + a^(b * c) | (-a)^2 + a^-2^b + a^(b * c)",
                "√(v̂ + 1)/‖g per row‖ | sqrt(vhat + 1) / norm(g per row)",
                "m[n - t] + m[t - n] + m[t + 2*k] | m[n - t] + m[t-n] + m[t + 2 * k]",
                "10_000 + 1e-3 + 1.50 + x² | 10_000 + 1e-3 + 1.50 + x^2",
                "(if a then b else c) + 1 | (if a then b else c) + 1",
                "if a then (if b then c else d) else (if e then f else g) | "
                        + "if a then if b then c else d else (if e then f else g)",
                "not (a and b) or (c < d) | not (a and b) or c < d",
                "(a < b) == (not c) | (a < b) == (not c)",
                "f(x, beta : 0.9) | f(x, beta: 0.9)",
            })
    void expressions_havePlainText(String written, String printed) {
        assertThat(ExpressionPrinter.print(((Return) ((DefDeclaration) read("def f(x) = " + written)
                                        .declarations()
                                        .get(0))
                                .body()
                                .get(0))
                        .value()))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hyper beta1 = 0.9 in [0, 1)",
                "hyper lr",
                "option n = 3",
                "state d per model as f64 = 1e-6",
                "input metric per tensor",
                "rule inner = SGD(momentum: 0.5, lr = 2)",
                "matrix last",
                "w[t] = inner(w[t-1], g) when (if a then b else c)",
                "output average",
                "output size = norm(g per model)",
                "return a[t] / (1 - beta^t)",
            })
    void items_areOneLine(String item) {
        RuleFile file = read("optimizer A(w, g) {\n" + item + "\n}\n");

        assertThat(EquationPrinter.print(
                        ((OptimizerDeclaration) file.declarations().get(0))
                                .body()
                                .get(0)))
                .isEqualTo(item);
    }

    private static RuleFile read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        RuleFile file = RuleParser.parse(new SourceText("test.opt", text), diagnostics);
        assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isEmpty();
        return file;
    }
}

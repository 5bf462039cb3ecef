package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.parse.token.RuleLexer;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RandomTrees;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;

/** Texts with a few tokens missing, doubled, exchanged or strange: each is read or explained, and none is thrown at the reader. */
class MutationTest {
    private static final List<String> STRANGE = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "‖",
            "√",
            "²",
            "ₜ₋₁",
            "ₜ",
            "^",
            "-",
            "+",
            "=",
            "==",
            "<",
            ",",
            ":",
            ".",
            ";",
            "2",
            "x",
            "if",
            "then",
            "else",
            "when",
            "per",
            "row",
            "as",
            "bf16",
            "in",
            "not",
            "and",
            "rule",
            "matrix",
            "last",
            "hyper",
            "option",
            "state",
            "input",
            "output",
            "return",
            "optimizer",
            "def",
            "schedule",
            "import",
            "\"a\"",
            "\"",
            "/*",
            "//",
            "///",
            "|",
            "'",
            "!",
            "\\",
            "…",
            "\u0000",
            "\u202e",
            "\ud835",
            "grad",
            "loss",
            "true",
            "over",
            "\n",
            "1e999",
            "0..1");

    @Test
    void mutatedTexts_areReadOrExplained() {
        Random random = new Random(11);
        List<String> originals = originals();
        for (int i = 0; i < 3000; i++) {
            String text = mutated(originals.get(random.nextInt(originals.size())), random);

            Diagnostics diagnostics = new Diagnostics();
            RuleFile file = RuleParser.parse(new SourceText("test.opt", text), diagnostics);

            assertThat(diagnostics.all()).describedAs(text).allSatisfy(MutationTest::checkReadable);
            assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isNotNull();
            assertThat(FilePrinter.print(file)).isNotNull();
        }
    }

    /** No word of the parser's own, and the form that every message has. */
    private static void checkReadable(Diagnostic diagnostic) {
        String text = diagnostic.message() + " " + diagnostic.suggestion().orElse("");

        assertThat(text).doesNotContain("token", "EOF", "mismatched", "viable", "extraneous", "expecting", "null");
        assertThat(diagnostic.message()).doesNotEndWith(".").doesNotContain("\n");
        assertThat(diagnostic.message().charAt(0)).matches(c -> !Character.isUpperCase(c));
        assertThat(diagnostic.span().end())
                .isLessThanOrEqualTo(diagnostic.span().source().text().length());
    }

    private static List<String> originals() {
        List<String> originals = new ArrayList<>();
        Corpus.names().forEach(name -> originals.add(Corpus.read(name).text()));
        GoldenFiles golden = new GoldenFiles(Path.of("src/test/resources/golden/errors"));
        golden.names(".opt").forEach(name -> originals.add(golden.read(name + ".opt")));
        RandomTrees trees = new RandomTrees(1);
        for (int i = 0; i < 40; i++) {
            originals.add(FilePrinter.print(trees.file()));
        }
        return originals;
    }

    private static String mutated(String text, Random random) {
        List<String> pieces = new ArrayList<>();
        for (Token token : RuleLexer.read(text).getTokens()) {
            if (token.getType() != Token.EOF) {
                pieces.add(token.getText());
            }
        }
        for (int n = 1 + random.nextInt(4); n > 0 && !pieces.isEmpty(); n--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(5)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
                case 2 -> pieces.set(at, STRANGE.get(random.nextInt(STRANGE.size())));
                case 3 -> pieces.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
                default -> pieces.subList(at, pieces.size()).clear();
            }
        }
        return String.join("", pieces);
    }
}

package org.descant.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.descant.grammar.format.Formatter;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference that users read: what it shows is what the parser takes and the formatter writes. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Path.of("LANGUAGE.md");
    private static final Path PRELUDE =
            Path.of("../generator/compiler/src/main/resources/org/descant/compiler/prelude.opt");

    static List<String> examples() {
        return Pattern.compile("(?s)```opt\n(.*?)```")
                .matcher(read(REFERENCE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_areReadAndLaidOutAsShown(String example) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText source = new SourceText("LANGUAGE.md", example);

        RuleFile file = RuleParser.parse(source, diagnostics);

        assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isEmpty();
        assertThat(Formatter.format(source, file)).isEqualTo(example);
    }

    @Test
    void prelude_isListedInFull() {
        assertThat(examples()).contains(read(PRELUDE));
    }

    @Test
    void messageShown_isTheOneGiven() {
        String rule =
                examples().get(0).replaceFirst("(?s)^.*?optimizer", "optimizer").replace("lr * v", "lr v");
        Diagnostics diagnostics = new Diagnostics();

        RuleParser.parse(new SourceText("momentum.opt", rule), diagnostics);

        assertThat(read(REFERENCE))
                .contains("```text\n" + new DiagnosticRenderer(false).render(diagnostics.all()) + "```");
    }

    @Test
    void contents_leadToAllSections() {
        String text = read(REFERENCE);

        List<String> sections = groups("(?m)^## (.*)$", text);
        List<String> links = groups("(?m)^- \\[(.*)\\]\\(#.*\\)$", text);
        assertThat(links).isEqualTo(sections);
    }

    private static List<String> groups(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

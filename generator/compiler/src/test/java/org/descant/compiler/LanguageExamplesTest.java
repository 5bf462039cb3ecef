package org.descant.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that the reference of the language shows is a rule, without as much as a warning. */
class LanguageExamplesTest {
    static List<String> examples() throws IOException {
        String reference = Files.readString(Path.of("../../grammar/LANGUAGE.md"));
        return Pattern.compile("(?s)```opt\n(.*?)```")
                .matcher(reference)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_areCheckedWithoutDiagnostics(String example) {
        SourceText text = new SourceText("LANGUAGE.md", example);
        List<Declaration> rules = RuleParser.parse(text, new Diagnostics()).declarations().stream()
                .filter(d -> d instanceof OptimizerDeclaration || d instanceof DerivedOptimizer)
                .toList();

        assertThat(rules).allSatisfy(rule -> {
            Compilation compilation =
                    Descant.compiler().rule(rule.name().text()).run(text, "rewrite");
            assertThat(new DiagnosticRenderer(false).render(compilation.diagnostics()))
                    .isEmpty();
            assertThat(compilation.rewritten()).isPresent();
        });
    }
}

package org.descant.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.grammar.format.Formatter;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CandidateTest {
    @Test
    void everyRuleOfThisModule_isACandidate() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/opt"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Candidate.FOUND.stream()
                            .map(name -> name.toLowerCase(Locale.ROOT) + ".opt")
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> ruleOfThisModule_compilesWithoutAWarning_andIsLaidOut() {
        return Candidate.FOUND.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    SourceText text = Candidate.named(name).text();
                    assertThat(Descant.compiler().run(text, "compile").diagnostics())
                            .isEmpty();
                    assertThat(Formatter.format(text, RuleParser.parse(text, new Diagnostics())))
                            .isEqualTo(text.text());
                }));
    }

    @Test
    void ruleThatDoesNotExist_isRefused() {
        assertThatThrownBy(() -> Candidate.named("Adamm").text())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule 'Adamm'");
    }
}

package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"adam", "adam-as-printed", "training-step"})
    void corpus_isReadWithoutErrors(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/corpus/" + name + ".opt"));
        Diagnostics diagnostics = new Diagnostics();

        RuleFile file = RuleParser.parse(new SourceText(name, text), diagnostics);

        assertThat(diagnostics.all()).isEmpty();
        assertThat(file.declarations()).isNotEmpty();
    }
}

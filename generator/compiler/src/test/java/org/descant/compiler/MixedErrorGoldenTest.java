package org.descant.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that different stages find, in one file. */
class MixedErrorGoldenTest {
    private static final GoldenFiles GOLDEN = new GoldenFiles(Path.of("src/test/resources/golden/errors/mixed"));

    static List<String> names() {
        return GOLDEN.names(".opt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void mistakesOfSeveralKinds_areReportedInOneRun(String name) {
        SourceText source = new SourceText(name + ".opt", GOLDEN.read(name + ".opt"));

        Compilation compilation = Descant.compiler().run(source, "ir");

        assertThat(compilation.hasErrors()).isTrue();
        assertThat(compilation.model()).isEmpty();
        GOLDEN.check(name + ".err", new DiagnosticRenderer(false).render(compilation.diagnostics()));
    }

    @Test
    void goldenFiles_belongToAnInput() {
        GOLDEN.checkNoOrphans(".opt", ".err");
    }
}

package org.descant.compiler.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeErrorGoldenTest {
    private static final GoldenFiles GOLDEN = new GoldenFiles(Path.of("src/test/resources/golden/errors/shape"));

    static List<String> names() {
        return GOLDEN.names(".opt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void wrongShape_isExplained(String name) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText text = new SourceText(name + ".opt", GOLDEN.read(name + ".opt"));

        assertThat(Systems.load(text, Map.of(), diagnostics)).isEmpty();

        GOLDEN.check(name + ".err", new DiagnosticRenderer(false).render(diagnostics.all()));
    }

    @Test
    void goldenFiles_belongToAnInput() {
        GOLDEN.checkNoOrphans(".opt", ".err");
    }
}

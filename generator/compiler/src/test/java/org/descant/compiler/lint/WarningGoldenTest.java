package org.descant.compiler.lint;

import java.nio.file.Path;
import java.util.List;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.DiagnosticRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarningGoldenTest {
    private static final GoldenFiles GOLDEN = new GoldenFiles(Path.of("src/test/resources/golden/warnings/lint"));

    static List<String> names() {
        return GOLDEN.names(".opt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void doubtfulNumber_isWarnedOf(String name) {
        String warnings =
                new DiagnosticRenderer(false).render(Checked.warnings(name + ".opt", GOLDEN.read(name + ".opt")));
        GOLDEN.check(name + ".err", warnings);
    }

    @Test
    void goldenFiles_belongToAnInput() {
        GOLDEN.checkNoOrphans(".opt", ".err");
    }
}

package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResolveErrorGoldenTest {
    private static final GoldenFiles GOLDEN = new GoldenFiles(Path.of("src/test/resources/golden/errors/resolve"));

    static List<String> names() {
        return GOLDEN.names(".opt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void wrongInput_isExplained(String name) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText source = new SourceText(name + ".opt", GOLDEN.read(name + ".opt"));
        LoadedFile file = new RuleLoader(ImportPath.EMPTY).load(source, diagnostics);

        Resolver.check(file, diagnostics);

        assertThat(diagnostics.all()).isNotEmpty();
        GOLDEN.check(name + ".err", new DiagnosticRenderer(false).render(diagnostics.all()));
    }

    @Test
    void goldenFiles_belongToAnInput() {
        GOLDEN.checkNoOrphans(".opt", ".err");
    }
}

package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.Descant;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.grammar.golden.GoldenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated for a dozen rules, to be read like a colleague's code. */
class GoldenJavaTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/java");
    private static final GoldenFiles GOLDEN = new GoldenFiles(FOLDER);

    static List<String> rules() {
        return GOLDEN.names(".opt");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void source_isAsItWas(String rule) {
        CompiledRule compiled = Descant.compiler().packageName("golden").compile(FOLDER.resolve(rule + ".opt"));
        assertThat(compiled.warnings()).isEmpty();
        GOLDEN.check(rule + ".java.txt", compiled.source().replace(CompilerVersion.TEXT, "VERSION"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void javac_takesItWithoutAWarning(String rule) {
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        assertThat(Descant.compiler()
                        .backEnd(javac)
                        .compile(FOLDER.resolve(rule + ".opt"))
                        .source())
                .isNotEmpty();
    }

    @Test
    void everyGoldenFile_belongsToARule() {
        GOLDEN.checkNoOrphans(".opt", ".java.txt");
    }
}

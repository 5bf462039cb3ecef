package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.CompiledSchedule;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.grammar.golden.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated for schedules of files and of the prelude, to be read like a colleague's code. */
class GoldenScheduleTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/schedule");
    private static final GoldenFiles GOLDEN = new GoldenFiles(FOLDER);

    static List<String> schedules() {
        return Stream.concat(
                        Stream.of("constant", "cosine", "warmup_cosine", "multi_factor"), GOLDEN.names(".opt").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void source_isAsItWas(String name) {
        CompiledSchedule compiled = compile(Descant.compiler().packageName("golden"), name);
        assertThat(compiled.warnings()).isEmpty();
        GOLDEN.check(name + ".java.txt", compiled.source().replace(CompilerVersion.TEXT, "VERSION"));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void javac_takesItWithoutAWarning(String name) {
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        assertThat(compile(Descant.compiler().backEnd(javac), name).source()).isNotEmpty();
    }

    private static CompiledSchedule compile(RuleCompiler compiler, String name) {
        Path file = FOLDER.resolve(name + ".opt");
        return Files.exists(file) ? compiler.compileSchedule(file) : compiler.compileSchedule("", name);
    }
}

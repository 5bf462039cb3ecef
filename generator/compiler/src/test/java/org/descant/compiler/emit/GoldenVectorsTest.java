package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector forms of rules, to be read like a colleague's code. */
class GoldenVectorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/vectors");
    private static final GoldenFiles GOLDEN = new GoldenFiles(FOLDER);

    static List<String> rules() {
        return GOLDEN.names(".opt");
    }

    private static Compilation compiled(String rule) {
        return Descant.compiler().packageName("golden").run(FOLDER.resolve(rule + ".opt"), "emit");
    }

    private static JavaSource vectors(Compilation compilation) {
        return compilation.vectorForm().orElseThrow().source().get().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void source_isAsItWas(String rule) {
        assertThat(compiled(rule).diagnostics()).isEmpty();
        GOLDEN.check(rule + ".java.txt", vectors(compiled(rule)).text());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void javac_takesIt(String rule, @TempDir Path classes) {
        Compilation compilation = compiled(rule);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all,-processing,-options",
                "-proc:none",
                "--add-modules",
                "jdk.incubator.vector",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        List<Source> sources =
                List.of(new Source(compilation.source().orElseThrow()), new Source(vectors(compilation)));
        assertThat(javac.getTask(complaints, null, null, options, null, sources).call())
                .as(complaints.toString())
                .isTrue();
        assertThat(complaints.toString().lines())
                .allMatch(line -> line.contains("incubating module") || line.equals("1 warning"));
    }

    @Test
    void ruleOfFunctionsAlone_hasNoVectorForm() {
        Compilation tanh = Descant.compiler()
                .run(new SourceText("tanh.opt", "optimizer Tanh(w, g) { w[t] = w[t-1] - tanh(g) }"), "emit");
        assertThat(tanh.vectorForm().orElseThrow().source().get()).isEqualTo(Optional.empty());
    }

    @Test
    void everyGoldenFile_belongsToARule() {
        GOLDEN.checkNoOrphans(".opt", ".java.txt");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(JavaSource source) {
            super(URI.create("string:///" + source.className().replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

package org.descant.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.descant.compiler.build.BuildOptions;
import org.descant.compiler.build.BuildRequest;
import org.descant.compiler.build.BuildResult;
import org.descant.compiler.build.PathPatterns;
import org.descant.compiler.build.RuleBuild;
import org.descant.compiler.build.SourceRoot;
import org.descant.compiler.load.ImportPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

class MessagesTest {
    private static final String WRONG = "optimizer A(w, g) {\n  w[t] = w - g\n}\n";
    private static final String REMARKABLE =
            "optimizer B(w, g) {\n  hyper lr = 1 in [0, inf)\n  w[t] = w[t-1] - g\n}\n";

    private static final String RIGHT = "optimizer C(w, g) { w[t] = w[t-1] - g }\n";

    private final Path directory;
    private SourceRoot source;
    private PathPatterns chosen = PathPatterns.ALL;
    private String packageName = "com.example";
    private boolean hasLibrary = true;
    private final List<String> log = new ArrayList<>();
    private final List<String> markers = new ArrayList<>();

    MessagesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.source = new SourceRoot(Files.createDirectories(directory.resolve("src/main/opt")), "src/main/opt");
    }

    @Test
    void wrongRules_areToldToPeopleAndToTools() throws IOException {
        Path a = Files.writeString(source.directory().resolve("a.opt"), WRONG);
        Files.writeString(source.directory().resolve("b.opt"), REMARKABLE);

        assertThatThrownBy(() -> show(false, new DefaultBuildContext()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Wrong rules:\n" + a
                        + ":[2,10] 'w' is the value after this step (did you mean w[t-1], the value before it?)");
        assertThat(log).containsExactly("""
                        error src/main/opt/a.opt:2:10: error: 'w' is the value after this step
                              w[t] = w - g
                                     ^
                          = did you mean w[t-1], the value before it?""", """
                        warn src/main/opt/b.opt:2:9: warning: nothing reads the hyperparameter 'lr'
                              hyper lr = 1 in [0, inf)
                                    ^^
                          = remove it, or use it""");
        assertThat(markers).isEmpty();
    }

    @Test
    void warnings_failWhereTheyAreErrors() throws IOException, MojoFailureException {
        Path b = Files.writeString(source.directory().resolve("b.opt"), REMARKABLE);

        assertThatThrownBy(() -> show(true, new DefaultBuildContext()))
                .hasMessage("Warnings, which failOnWarning makes errors:\n" + b
                        + ":[2,9] nothing reads the hyperparameter 'lr' (remove it, or use it)");
        log.clear();
        show(false, new DefaultBuildContext());

        assertThat(log)
                .last()
                .isEqualTo("info 1 rule file compiled, 1 Java file written to target/java (com.example.B)");
    }

    @Test
    void eclipse_getsMarkersInPlaceOfOldOnes() throws IOException {
        Path a = Files.writeString(source.directory().resolve("a.opt"), WRONG);
        Path b = Files.writeString(source.directory().resolve("b.opt"), REMARKABLE);

        assertThatThrownBy(() -> show(false, new Eclipse())).isInstanceOf(MojoFailureException.class);

        assertThat(markers)
                .containsExactly(
                        "none in " + a,
                        "none in " + b,
                        a + " 2 10 " + BuildContext.SEVERITY_ERROR
                                + " 'w' is the value after this step (did you mean w[t-1], the value before it?)",
                        b + " 2 9 " + BuildContext.SEVERITY_WARNING
                                + " nothing reads the hyperparameter 'lr' (remove it, or use it)");
    }

    @Test
    void eclipse_losesTheMarkersOfWhatIsMended() throws IOException, MojoFailureException {
        Path a = Files.writeString(source.directory().resolve("a.opt"), WRONG);
        Path b = Files.writeString(source.directory().resolve("b.opt"), RIGHT);
        assertThatThrownBy(() -> show(false, new Eclipse())).isInstanceOf(MojoFailureException.class);
        markers.clear();

        Files.writeString(a, WRONG.replace("w - g", "w[t-1] - g"));
        show(false, new Eclipse());
        assertThat(markers).containsExactly("none in " + a, "none in " + b);

        markers.clear();
        Files.writeString(b, RIGHT + "// as it was\n");
        show(false, new Eclipse());
        assertThat(markers).containsExactly("none in " + b);
    }

    @Test
    void eclipse_getsTheMarkerOfAnImportWhereItIsWrong() throws IOException, MojoFailureException {
        chosen = new PathPatterns(List.of(), List.of("parts/**"));
        Files.createDirectories(source.directory().resolve("parts"));
        Path part = Files.writeString(source.directory().resolve("parts/a.opt"), WRONG);
        Path mine = Files.writeString(
                source.directory().resolve("mine.opt"), "import \"parts/a.opt\"\noptimizer Mine = A\n");

        assertThatThrownBy(() -> show(false, new Eclipse())).isInstanceOf(MojoFailureException.class);
        assertThat(markers)
                .containsExactly(
                        "none in " + mine,
                        "none in " + part,
                        part + " 2 10 " + BuildContext.SEVERITY_ERROR
                                + " 'w' is the value after this step (did you mean w[t-1], the value before it?)");

        markers.clear();
        Files.writeString(part, WRONG.replace("w - g", "w[t-1] - g"));
        show(false, new Eclipse());
        assertThat(markers).containsExactly("none in " + mine, "none in " + part);
    }

    @Test
    void missingImport_namesTheLibraryWhereThatIsNoDependency() throws IOException {
        Path a = Files.writeString(
                source.directory().resolve("a.opt"), "import \"adamw.opt\"\noptimizer A = AdamW(lr = 0.1)\n");
        String message = "Wrong rules:\n" + a + ":[1,1] there is no 'adamw.opt' beside this file or on the import path";

        assertThatThrownBy(() -> show(false, new DefaultBuildContext()))
                .message()
                .startsWith(message)
                .doesNotContain("descant-rules");
        hasLibrary = false;
        assertThatThrownBy(() -> show(false, new DefaultBuildContext()))
                .message()
                .startsWith(message)
                .endsWith(
                        "\nThe rules of the library can be imported where org.descant:descant-rules is a dependency of the"
                                + " project or of the plugin");
    }

    @Test
    void secondBuild_saysThatAllIsThere() throws IOException, MojoFailureException {
        Files.writeString(source.directory().resolve("c.opt"), RIGHT);
        show(false, new DefaultBuildContext());
        show(false, new DefaultBuildContext());
        Files.writeString(source.directory().resolve("c.opt"), RIGHT + "// as it was\n");
        show(false, new DefaultBuildContext());
        Files.delete(source.directory().resolve("c.opt"));
        Files.writeString(source.directory().resolve("d.opt"), RIGHT.replace("C(", "D("));
        show(false, new DefaultBuildContext());

        assertThat(log)
                .containsExactly(
                        "info 1 rule file compiled, 1 Java file written to target/java (com.example.C)",
                        "info Nothing to generate: 1 rule file up to date",
                        "info 1 rule file compiled, 0 Java files written",
                        "info 1 rule file compiled, 1 Java file written to target/java (com.example.D), 1 deleted");
    }

    @Test
    void manyClasses_areCounted() throws IOException, MojoFailureException {
        for (String name : List.of("A", "B", "C", "D", "E")) {
            Files.writeString(source.directory().resolve(name + ".opt"), RIGHT.replace("C(", name + "("));
        }

        show(false, new DefaultBuildContext());

        assertThat(log).containsExactly("info 5 rule files compiled, 5 Java files written to target/java");
    }

    @Test
    void nothingToGenerate_isSaidWithTheReason() throws IOException, MojoFailureException {
        show(false, new DefaultBuildContext());
        Files.writeString(source.directory().resolve("c.opt"), RIGHT);
        show(false, new DefaultBuildContext());
        chosen = new PathPatterns(List.of("none/**"), List.of());
        show(false, new DefaultBuildContext());
        Files.delete(source.directory().resolve("c.opt"));
        Files.delete(source.directory());
        show(false, new DefaultBuildContext());
        source = new SourceRoot(directory.resolve("rules"), "rules");
        show(false, new DefaultBuildContext());

        assertThat(log)
                .containsExactly(
                        "warn There is no rule file (*.opt) in src/main/opt",
                        "info 1 rule file compiled, 1 Java file written to target/java (com.example.C)",
                        "warn No rule file is meant: includes and excludes leave out the one in src/main/opt",
                        "info 1 Java file deleted",
                        "info There is no directory src/main/opt, and so nothing to generate",
                        "warn There is no directory rules");
    }

    @Test
    void classWithoutAPackage_isWarnedOf() throws IOException, MojoFailureException {
        packageName = "";
        Files.writeString(source.directory().resolve("c.opt"), RIGHT.replace("C(", "class("));

        show(false, new DefaultBuildContext());

        assertThat(log)
                .containsExactly(
                        "info 1 rule file compiled, 1 Java file written to target/java (ClassRule)",
                        "warn ClassRule has no package, so that classes which have one cannot use it: put the rule file into"
                                + " a folder, or set packageName");
    }

    private void show(boolean failOnWarning, BuildContext environment) throws MojoFailureException {
        BuildResult result = RuleBuild.run(new BuildRequest(
                source,
                chosen,
                ImportPath.EMPTY,
                directory.resolve("java"),
                directory.resolve("state"),
                new BuildOptions(packageName, false, false, failOnWarning, "")));
        new Messages(
                        new Lines(),
                        new org.codehaus.plexus.build.DefaultBuildContext(environment),
                        environment,
                        hasLibrary)
                .show(source, new SourceRoot(directory.resolve("java"), "target/java"), result);
    }

    /** Remembers what is logged. */
    private final class Lines extends SystemStreamLog {
        @Override
        public void error(CharSequence content) {
            log.add("error " + content);
        }

        @Override
        public void warn(CharSequence content) {
            log.add("warn " + content);
        }

        @Override
        public void info(CharSequence content) {
            log.add("info " + content);
        }
    }

    /** What Eclipse puts in place of the default: it makes markers. */
    private final class Eclipse extends DefaultBuildContext {
        @Override
        public void removeMessages(File file) {
            markers.add("none in " + file);
        }

        @Override
        public void addMessage(File file, int line, int column, String message, int severity, Throwable cause) {
            markers.add(file + " " + line + " " + column + " " + severity + " " + message);
        }
    }
}

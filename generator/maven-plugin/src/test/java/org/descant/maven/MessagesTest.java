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

    private final Path directory;
    private final SourceRoot source;
    private final List<String> log = new ArrayList<>();
    private final List<String> markers = new ArrayList<>();

    MessagesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.source = new SourceRoot(Files.createDirectories(directory.resolve("opt")), "src/main/opt");
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

        assertThat(log).hasSize(2).last().isEqualTo("info 1 rule file compiled, 1 Java file written");
    }

    @Test
    void eclipse_getsMarkersInPlaceOfOldOnes() throws IOException {
        Path a = Files.writeString(source.directory().resolve("a.opt"), WRONG);

        assertThatThrownBy(() -> show(false, new Eclipse())).isInstanceOf(MojoFailureException.class);

        assertThat(markers)
                .containsExactly(
                        "none in " + a,
                        a + " 2 10 " + BuildContext.SEVERITY_ERROR
                                + " 'w' is the value after this step (did you mean w[t-1], the value before it?)");
    }

    @Test
    void secondBuild_saysThatAllIsThere() throws IOException, MojoFailureException {
        show(false, new DefaultBuildContext());
        Files.writeString(source.directory().resolve("c.opt"), "optimizer C(w, g) { w[t] = w[t-1] - g }\n");
        show(false, new DefaultBuildContext());
        show(false, new DefaultBuildContext());
        Files.delete(source.directory().resolve("c.opt"));
        Files.writeString(source.directory().resolve("d.opt"), "optimizer D(w, g) { w[t] = w[t-1] - g }\n");
        show(false, new DefaultBuildContext());

        assertThat(log)
                .containsExactly(
                        "info There are no rule files",
                        "info 1 rule file compiled, 1 Java file written",
                        "info Nothing to generate: 1 rule file up to date",
                        "info 1 rule file compiled, 1 Java file written, 1 deleted");
    }

    private void show(boolean failOnWarning, BuildContext environment) throws MojoFailureException {
        BuildResult result = RuleBuild.run(new BuildRequest(
                source,
                PathPatterns.ALL,
                ImportPath.EMPTY,
                directory.resolve("java"),
                directory.resolve("state"),
                new BuildOptions("", false, failOnWarning, "")));
        new Messages(new Lines(), new org.codehaus.plexus.build.DefaultBuildContext(environment), environment)
                .show(source, result);
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

package org.descant.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.compiler.build.PathPatterns;
import org.descant.compiler.build.SourceRoot;
import org.descant.harness.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRulesTest {
    private static final String ADAM = """
            optimizer MyAdam(w, g) {
              hyper lr    = 1e-3  in [0, inf)
              hyper beta1 = 0.9   in [0, 1)
              hyper beta2 = 0.999 in [0, 1)
              hyper eps   = 1e-8  in [0, inf)
              hyper weight_decay = 0 in [0, inf)
              state m = 0
              state v = 0
              h    = g + weight_decay * w[t-1]
              m[t] = beta1 * m[t-1] + (1 - beta1) * h
              v[t] = beta2 * v[t-1] + (1 - beta2) * h^2
              w[t] = w[t-1] - lr * (m[t] / (1 - beta1^t)) / (sqrt(v[t] / (1 - beta2^t)) + eps)
            }
            """;
    private static final String OTHER = "optimizer Other(w, g) { w[t] = w[t-1] - 0.1 * g }\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void ruleOfATable_isHeldAgainstItsRecording_andOthersAgainstThemselves() throws IOException {
        Files.writeString(directory.resolve("my-adam.opt"), ADAM + OTHER);
        Path table = Files.writeString(directory.resolve("recordings.txt"), "seed000-adam: my-adam.opt\n");

        Report report = validate(PathPatterns.ALL, List.of(table));

        assertThat(report.isGood()).isTrue();
        assertThat(report.rows())
                .extracting(row -> row.rule() + " against " + row.against())
                .containsExactly("MyAdam against seed000-adam", "Other against itself");
    }

    @Test
    void ruleThatIsNotWhatItWasRecordedAs_isNotGood() throws IOException {
        Files.writeString(directory.resolve("my-adam.opt"), ADAM.replace("+ eps)", "- eps)"));
        Path table = Files.writeString(directory.resolve("recordings.txt"), "seed000-adam: my-adam.opt:MyAdam\n");

        Report report = validate(PathPatterns.ALL, List.of(table));

        assertThat(report.isGood()).isFalse();
        assertThat(report.rows()).hasSize(1);
    }

    @Test
    void excludedRule_isNotValidated() throws IOException {
        Files.writeString(directory.resolve("other.opt"), OTHER);

        assertThat(validate(new PathPatterns(List.of(), List.of("other.opt")), List.of())
                        .rows())
                .isEmpty();
    }

    @Test
    void wrongRule_isTold() throws IOException {
        Files.writeString(directory.resolve("wrong.opt"), "optimizer Wrong(w, g) { w[t] = }\n");

        assertThatThrownBy(() -> validate(PathPatterns.ALL, List.of()))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("wrong.opt:1:");
    }

    private Report validate(PathPatterns chosen, List<Path> tables) throws IOException {
        return new ProjectRules(new SourceRoot(directory, ""), chosen, Descant.compiler())
                .validate("project", tables, task -> assertThat(task).contains(" against "));
    }
}

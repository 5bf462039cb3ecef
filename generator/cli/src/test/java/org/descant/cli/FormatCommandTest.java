package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    private static final String UNTIDY = """
            optimizer   Plain(w,g) {   // why
            hyper lr=0.1 in [0,inf)
              w[t]=w[t-1]-lr*g }
            """;

    private static final String TIDY = """
            optimizer Plain(w, g) {  // why
              hyper lr = 0.1 in [0, inf)
              w[t] = w[t-1] - lr * g
            }
            """;

    private static final String WRONG = "optimizer Plain(w, g) { w[t] = }\n";

    private Path untidy = Path.of("untidy.opt");
    private Path tidy = Path.of("tidy.opt");

    @BeforeEach
    void write(@TempDir Path directory) throws IOException {
        untidy = Files.writeString(directory.resolve("untidy.opt"), UNTIDY);
        tidy = Files.writeString(directory.resolve("tidy.opt"), TIDY);
        Files.setLastModifiedTime(tidy, FileTime.fromMillis(0));
    }

    @Test
    void files_areLaidOutInPlace() throws IOException {
        assertThat(Invocation.of("fmt", untidy.toString(), tidy.toString())).isEqualTo(new Invocation(0, "", ""));
        assertThat(untidy).hasContent(TIDY);
        assertThat(Files.getLastModifiedTime(tidy)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void standardInput_isPrinted() {
        assertThat(Invocation.withInput(UNTIDY, "fmt", "-")).isEqualTo(new Invocation(0, TIDY, ""));
    }

    @Test
    void lineEnds_stayAsTheyAre() throws IOException {
        Files.writeString(tidy, TIDY.replace("\n", "\r\n"));
        Files.writeString(untidy, UNTIDY.replace("\n", "\r\n"));

        assertThat(Invocation.of("fmt", "--check", tidy.toString())).isEqualTo(new Invocation(0, "", ""));
        Invocation.of("fmt", untidy.toString());
        assertThat(Files.readString(untidy)).isEqualTo(TIDY.replace("\n", "\r\n"));
    }

    @Test
    void check_writesNothingAndNamesFiles() {
        assertThat(Invocation.of("fmt", "--check", tidy.toString())).isEqualTo(new Invocation(0, "", ""));
        assertThat(Invocation.of("fmt", "--check", tidy.toString(), untidy.toString()))
                .isEqualTo(new Invocation(1, untidy + " is not laid out tidily\n", ""));
        assertThat(untidy).hasContent(UNTIDY);
    }

    @Test
    void oneThatCannotBeParsed_leavesAllAsTheyAre() throws IOException {
        Path wrong = Files.writeString(untidy.resolveSibling("wrong.opt"), WRONG);
        Invocation fmt = Invocation.of("fmt", untidy.toString(), wrong.toString());

        assertThat(fmt.exit()).isEqualTo(1);
        assertThat(fmt.err()).startsWith(wrong + ":1:30: error: ");
        assertThat(untidy).hasContent(UNTIDY);
    }

    @Test
    void missingFile_isSaid() {
        assertThat(Invocation.of("fmt", "no/such.opt"))
                .isEqualTo(new Invocation(2, "", "descant: there is no file no/such.opt\n"));
    }

    @Test
    void library_isNotFormatted() {
        assertThat(Invocation.of("fmt", "adam")).isEqualTo(new Invocation(2, "", "descant: there is no file adam\n"));
    }
}

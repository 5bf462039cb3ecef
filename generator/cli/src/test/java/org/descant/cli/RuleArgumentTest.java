package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleArgumentTest {
    private final Library library = new Library(RuleArgumentTest.class.getClassLoader());

    private RuleArgument read(String argument) {
        return RuleArgument.read(argument, library, InputStream.nullInputStream());
    }

    @Test
    void libraryName_isFoundWhateverItsCase() {
        assertThat(read("AdamW").source().name()).isEqualTo("adamw.opt");
        assertThat(read("adamw").source().text()).contains("optimizer AdamW(w, g)");
        assertThat(read("adamw").file()).isEmpty();
    }

    @Test
    void file_isReadUnderTheNameGiven(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.opt"), "// β");
        RuleArgument argument = read(file.toString());

        assertThat(argument.source().name()).isEqualTo(file.toString());
        assertThat(argument.source().text()).isEqualTo("// β");
        assertThat(argument.file()).contains(file);
    }

    @Test
    void dash_isStandardInput() {
        InputStream in = new ByteArrayInputStream("// here".getBytes(StandardCharsets.UTF_8));
        RuleArgument argument = RuleArgument.read("-", library, in);

        assertThat(argument.source().name()).isEqualTo("<standard input>");
        assertThat(argument.source().text()).isEqualTo("// here");
    }

    @Test
    void misspelledName_isSuggested() {
        assertRefused("adamv", "the library has no rule 'adamv'; did you mean 'adam'?");
        assertRefused("LionSmoth", "the library has no rule 'LionSmoth'; did you mean 'lionsmooth'?");
    }

    @Test
    void partOfAName_isCompleted() {
        assertRefused(
                "nesterov", "the library has no rule 'nesterov'; it has nesterovadam, nesterovlookahead, sgdnesterov");
    }

    @Test
    void unknownName_isSaid() {
        assertRefused(
                "sourdough",
                "the library has no rule 'sourdough'; 'descant rules' lists them; a file's name ends in .opt");
    }

    @Test
    void missingFile_isSaid() {
        assertRefused("no/such.opt", "there is no file no/such.opt");
        assertRefused("adam.opt", "there is no file adam.opt");
    }

    @Test
    void directory_isSaid(@TempDir Path directory) {
        assertRefused(directory + "/", directory + "/ is a directory, not a rule file");
    }

    @Test
    void otherEncoding_isSaid(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("latin.opt"), "// é".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(
                file.toString(), "'" + file + "' is not UTF-8 text: line 1 has the byte E9; save the file as UTF-8");
    }

    @Test
    void hugeFile_isSaid(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("huge.opt"), new byte[(16 << 20) + 1]);

        assertRefused(file.toString(), "'" + file + "' is larger than 16 MiB");
    }

    @Test
    void nameThatNoFileCanHave_isSaid() {
        assertRefused("a/\0.opt", "'a/\0.opt' is not the name of a file");
    }

    private void assertRefused(String argument, String message) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(CallException.class)
                .hasMessage(message);
    }
}

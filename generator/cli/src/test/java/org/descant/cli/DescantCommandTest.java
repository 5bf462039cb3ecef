package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescantCommandTest {
    private static final String HELP = """
            Usage: descant [-hV] COMMAND
            Turns the equations of an optimizer into Java.
              -h, --help      Show this help message and exit.
              -V, --version   Print version information and exit.
            Commands:
              check     Says all that is wrong with each RULE, and what is remarkable about
                          it.
              fmt       Lays rule files out tidily, in place; comments stay.
              explain   Says what the compiler understands by each RULE: equations, shapes,
                          state and what it costs.
              generate  Writes a Java class for each RULE and each schedule of its file.
              validate  Holds each RULE, optimizer or schedule, against recorded runs of
                          other libraries, and its back ends against each other.
              train     Compiles each RULE and trains a small network on handwritten digits
                          with it.
              bench     Measures how fast each RULE runs here, and how fast it could.
              rules     Lists the rules of the library: what each is, where it comes from,
                          what it remembers.

            Exit codes:
              0   good
              1   the rule is wrong, or differs from what it is held against
              2   the call is wrong

            A RULE is a file (my-rule.opt), - for standard input, or the name of a rule of
            the library (adam).
            """;

    @Test
    void noCommand_showsTheHelp() {
        assertThat(Invocation.of()).isEqualTo(new Invocation(0, HELP, ""));
        assertThat(Invocation.of("--help")).isEqualTo(new Invocation(0, HELP, ""));
    }

    @Test
    void unknownCommand_isSuggested() {
        assertThat(Invocation.of("trian", "adam")).isEqualTo(new Invocation(2, "", """
                        descant: there is no command 'trian'; did you mean 'train'?
                        Try 'descant --help'.
                        """));
    }

    @Test
    void quotedArgument_cannotSteerTheTerminal() {
        assertThat(Invocation.of("check", "a\u001b[31mb.opt").err())
                .isEqualTo("descant: there is no file a\uFFFD[31mb.opt\n");
        assertThat(Invocation.of("tr\u001b[2Jain").err()).startsWith("descant: there is no command 'tr\uFFFD[2Jain'");
    }

    @Test
    void unknownOption_isSuggested() {
        assertThat(Invocation.of("train", "adam", "--epoch", "3")).isEqualTo(new Invocation(2, "", """
                        descant: train has no option '--epoch'; did you mean '--epochs'?
                        Try 'descant train --help'.
                        """));
    }

    @Test
    void unknownOption_isSaidBeforeWhatIsMissing() {
        assertThat(Invocation.of("check", "--bogus")).isEqualTo(new Invocation(2, "", """
                        descant: check has no option '--bogus'
                        Try 'descant check --help'.
                        """));
        assertThat(Invocation.of("chek", "--bogus")).isEqualTo(new Invocation(2, "", """
                        descant: there is no command 'chek'; did you mean 'check'?
                        Try 'descant --help'.
                        """));
    }

    @Test
    void valueOfAnotherKind_isRefusedInPlainWords() {
        assertThat(Invocation.of("train", "adam", "--epochs", "many").err())
                .startsWith("descant: Invalid value for option '--epochs': 'many' is not a whole number\n");
        assertThat(Invocation.of("train", "adam", "--epochs", "3000000000").err())
                .startsWith("descant: Invalid value for option '--epochs': '3000000000' lies beyond 2147483647\n");
        assertThat(Invocation.of("train", "adam", "--seed", "1.5").err())
                .startsWith("descant: Invalid value for option '--seed': '1.5' is not a whole number\n");
        assertThat(Invocation.of("check", "adam", "--warnings-are-errors=maybe").err())
                .startsWith("descant: Invalid value for option '--warnings-are-errors': 'maybe' is neither true nor"
                        + " false\n");
    }

    @Test
    void missingRule_isSaid() {
        assertThat(Invocation.of("check")).isEqualTo(new Invocation(2, "", """
                        descant: Missing required parameter: 'RULE'
                        Try 'descant check --help'.
                        """));
    }

    @Test
    void outputThatCannotBeWritten_isNoSuccess() {
        assertThat(checkWritingTo(new Failing("No space left on device")))
                .isEqualTo(new Invocation(
                        2, "", "descant: standard output could not be written, and what it lacks is lost\n"));
    }

    @Test
    void outputThatNobodyReadsAnyMore_isNotLost() {
        assertThat(checkWritingTo(new PipeOutput(new Failing(PipeOutput.BROKEN))))
                .isEqualTo(new Invocation(0, "", ""));
        assertThat(checkWritingTo(new PipeOutput(new Failing("No space left on device")))
                        .exit())
                .isEqualTo(2);
    }

    private static Invocation checkWritingTo(OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(InputStream.nullInputStream(), Terminal.writer(out), Terminal.writer(err), false, false);
        int exit = DescantCommand.run(terminal, "check", "adam");
        return new Invocation(exit, "", err.toString(StandardCharsets.UTF_8));
    }

    private static final class Failing extends OutputStream {
        private final String message;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int character) throws IOException {
            throw new IOException(message);
        }
    }

    @Test
    void version_namesDescantAndJava() {
        assertThat(Invocation.of("--version").out()).matches("descant .*, Java \\d+\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "fmt", "explain", "generate", "train", "rules"})
    void everyCommand_hasAHelp(String command) {
        Invocation help = Invocation.of(command, "--help");

        assertThat(help.out()).startsWith("Usage: descant " + command + " ");
        assertThat(help.exit()).isZero();
    }

    @Test
    void help_isColouredOnATerminalOnly() {
        assertThat(Invocation.onTerminal("--help").out()).contains("\u001b[");
        assertThat(Invocation.of("--help").out()).doesNotContain("\u001b");
    }
}

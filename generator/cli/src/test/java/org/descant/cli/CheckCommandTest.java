package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String GOOD = """
            optimizer Plain(w, g) {
              hyper lr = 0.1 in [0, inf)
              w[t] = w[t-1] - lr * g
            }
            """;

    private static final String WRONG = """
            optimizer Plain(w, g) {
              hyper rate = 0.1 in [0, inf)
              w[t] = w[t-1] - rat * h
            }
            """;

    @Test
    void goodRule_isCalledGood() {
        assertThat(Invocation.of("check", "adam", "AdamW"))
                .isEqualTo(new Invocation(0, "adam: good\nAdamW: good\n", ""));
    }

    @Test
    void standardInput_isChecked() {
        assertThat(Invocation.withInput(GOOD, "check", "-")).isEqualTo(new Invocation(0, "-: good\n", ""));
    }

    @Test
    void ruleThatIsTooLong_isToldSo() {
        String sum = "g + ".repeat(24_999) + "g";
        assertThat(Invocation.withInput(
                                "optimizer Vast(w, g) {\n  x = " + sum + "\n  w[t] = w[t-1] - x\n}", "check", "-")
                        .out())
                .contains("Vast: the rule 'Vast' becomes a method of more than 64 KB, which no class file can hold");
        assertThat(Invocation.withInput(
                                "optimizer Long(w, g) {\n  w[t] = w[t-1] - (" + sum.substring(80_000) + ")\n}",
                                "check",
                                "-")
                        .err())
                .contains("the JVM compiles none of more than 8000");
    }

    @Test
    void emptyFile_isNotGood() {
        assertThat(Invocation.withInput("// later\n", "check", "-")).isEqualTo(new Invocation(1, "-: 1 error\n", """
                        <standard input>:1:1: error: this file defines no optimizer
                            // later
                            ^^^^^^^^
                          = write one: optimizer SGD(w, g) { hyper lr = 0.1  w[t] = w[t-1] - lr * g }
                        """));
    }

    @Test
    void wrongRule_isToldEverythingThatIsWrong() {
        assertThat(Invocation.withInput(WRONG, "check", "-")).isEqualTo(new Invocation(1, "-: 2 errors\n", """
                        <standard input>:3:19: error: there is no 'rat' in this rule
                              w[t] = w[t-1] - rat * h
                                              ^^^
                          = did you mean 'rate'?

                        <standard input>:3:25: error: there is no 'h' in this rule
                              w[t] = w[t-1] - rat * h
                                                    ^
                          = declare it, as in hyper h = 0.1, or define it by an equation, h = …
                        """));
    }

    @Test
    void wrongRule_isColouredOnATerminalOnly(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.opt"), WRONG);

        assertThat(Invocation.onTerminal("check", file.toString()).err()).contains("\u001b[");
        assertThat(Invocation.of("check", file.toString()).err()).doesNotContain("\u001b");
    }

    @Test
    void oneWrongRuleOfSeveral_makesTheCommandEndWithOne() {
        Invocation check = Invocation.withInput(WRONG, "check", "adam", "-", "lion");

        assertThat(check.out()).isEqualTo("adam: good\n-: 2 errors\nlion: good\n");
        assertThat(check.exit()).isEqualTo(1);
    }

    @Test
    void errorInAPartThatTwoRulesUse_isSaidOnce() {
        Invocation check = Invocation.withInput("""
                optimizer A(w, g) {
                  w[t] = w[t-1] - lr * g
                }
                optimizer B = A()
                """, "check", "-");

        assertThat(check.out()).isEqualTo("-: 1 error\n");
    }

    @Test
    void warning_makesARuleWrongIfAskedTo() {
        String unused = GOOD.replace("  w[t]", "  hyper other = 1 in [0, inf)\n  w[t]");

        assertThat(Invocation.withInput(unused, "check", "-")).isEqualTo(new Invocation(0, "-: 1 warning\n", """
                        <standard input>:3:9: warning: nothing reads the hyperparameter 'other'
                              hyper other = 1 in [0, inf)
                                    ^^^^^
                          = remove it, or use it
                        """));
        assertThat(Invocation.withInput(unused, "check", "--warnings-are-errors", "-")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void fileOfPartsAlone_isGood() {
        assertThat(Invocation.withInput("def twice(x) = 2 * x\n", "check", "-"))
                .isEqualTo(new Invocation(0, "-: good\n", ""));
    }

    @Test
    void rightRuleThatCannotBeGenerated_isGoodWithARemark() {
        StringBuilder large = new StringBuilder("optimizer Large(w, g) {\n");
        for (int i = 0; i < 300; i++) {
            large.append("  state m%1$d = 0\n  m%1$d[t] = 0.9 * m%1$d[t-1] + g\n".formatted(i));
        }
        large.append("  w[t] = w[t-1]");
        for (int i = 0; i < 300; i++) {
            large.append(" - m%d[t]".formatted(i));
        }

        Invocation check = Invocation.withInput(large + "\n}\noptimizer Derived = Large()\n", "check", "-");

        assertThat(check.exit()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
                .startsWith("-: good, though not all of it can be generated as Java\n  Large: the rule 'Large' has ")
                .contains("\n  Derived: the rule 'Derived' has ")
                .hasLineCount(3);
    }

    @Test
    void missingFile_isSaid() {
        assertThat(Invocation.of("check", "no/such.opt"))
                .isEqualTo(new Invocation(2, "", "descant: there is no file no/such.opt\n"));
    }

    @Test
    void fileThatCannotBeRead_doesNotHideOthers(@TempDir Path directory) throws IOException {
        Path latin = Files.write(directory.resolve("latin1.opt"), new byte[] {'/', '/', '\n', '/', '/', (byte) 0xE4});
        Path wrong = Files.writeString(directory.resolve("wrong.opt"), WRONG);

        Invocation check = Invocation.of("check", "adam", latin.toString(), wrong.toString());

        assertThat(check.exit()).isEqualTo(2);
        assertThat(check.out()).isEqualTo("adam: good\n" + wrong + ": 2 errors\n");
        assertThat(check.err())
                .startsWith("descant: '" + latin
                        + "' is not UTF-8 text: line 2 has the byte E4; save the file as UTF-8\n" + wrong + ":3:19: ");
    }

    @Test
    void options_areChosenForTheRulesThatHaveThem() {
        String chosen = GOOD.replace("  w[t]", "  option wild = 1\n  w[t]").replace("* g", "* g[t-wild]");

        assertThat(Invocation.withInput(chosen, "check", "-", "adam").exit()).isZero();
        Invocation check = Invocation.withInput(chosen, "check", "--option", "wild=-1", "-", "adam");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).isEqualTo("-: 1 error\nadam: good\n");
        assertThat(Invocation.withInput(chosen, "check", "--option", "mild=1", "-", "adam")
                        .err())
                .startsWith("descant: --option mild=1: none of the rules has an option 'mild'; did you mean 'wild'?");
        assertThat(Invocation.withInput(chosen, "check", "--option", "wild=99999999999", "-")
                        .err())
                .isEqualTo("descant: --option wild=99999999999: wild is an integer of 32 bits, from -2147483647 to"
                        + " 2147483647\n");
        assertThat(Invocation.withInput(WRONG, "check", "--option", "mild=1", "-")
                        .out())
                .isEqualTo("-: 2 errors\n");
    }

    @Test
    void oneRuleOfAFile_isChecked(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("two.opt"), GOOD + WRONG.replace("Plain", "Wrong"));

        assertThat(Invocation.of("check", file + ":Plain")).isEqualTo(new Invocation(0, file + ":Plain: good\n", ""));
        assertThat(Invocation.of("check", file + ":Wrong").exit()).isEqualTo(1);
        assertThat(Invocation.of("check", file + ":Plin"))
                .isEqualTo(new Invocation(
                        2, "", "descant: " + file + " has no optimizer or schedule 'Plin'; did you mean 'Plain'?\n"));
    }
}

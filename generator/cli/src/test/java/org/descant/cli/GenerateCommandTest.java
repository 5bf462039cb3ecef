package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void rules_becomeFilesOfTheirPackage() throws IOException {
        Invocation generate =
                Invocation.of("generate", "adam", "lion", "-o", directory.toString(), "--package", "com.example");

        Path adam = directory.resolve("com/example/Adam.java");
        Path lion = directory.resolve("com/example/Lion.java");
        assertThat(generate).isEqualTo(new Invocation(0, adam + "\n" + lion + "\n", ""));
        assertThat(Files.readString(adam))
                .startsWith("package com.example;\n")
                .contains("public final class Adam extends Optimizer");
        assertThat(files()).containsExactlyInAnyOrder(adam, lion);
    }

    @Test
    void option_isChosen() throws IOException {
        Invocation.of("generate", "adamw", "-o", directory.toString(), "--option", "amsgrad=true");

        assertThat(Files.readString(directory.resolve("descant/generated/AdamW.java")))
                .contains("Compiled with amsgrad = true");
    }

    @Test
    void wrongRule_leavesNothingWritten() throws IOException {
        Invocation generate = Invocation.withInput(
                "optimizer A(w, g) { w[t] = w - g }", "generate", "adam", "-", "-o", directory.toString());

        assertThat(generate.exit()).isEqualTo(1);
        assertThat(generate.out()).isEmpty();
        assertThat(generate.err()).startsWith("<standard input>:1:28: error: ");
        assertThat(files()).isEmpty();
    }

    @Test
    void twoRulesWhoseNamesDifferInCaseAlone_areRefused() throws IOException {
        Path lower = Files.writeString(directory.resolve("lower.opt"), "optimizer adam(w, g) { w[t] = w[t-1] - g }\n");

        assertThat(Invocation.of("generate", "adam", lower.toString(), "-o", directory.toString()))
                .isEqualTo(new Invocation(
                        2,
                        "",
                        "descant: two of the rules become descant.generated.Adam and descant.generated.adam,"
                                + " whose files are one where case does not count\n"));
        assertThat(files()).containsExactly(lower);
    }

    @Test
    void twoRulesOfOneName_areRefused() throws IOException {
        assertThat(Invocation.of("generate", "adam", "Adam", "-o", directory.toString()))
                .isEqualTo(
                        new Invocation(2, "", "descant: two of the rules become the class descant.generated.Adam\n"));
        assertThat(files()).isEmpty();
    }

    @Test
    void badPackage_isRefused() {
        assertThat(Invocation.of("generate", "adam", "-o", directory.toString(), "--package", "com.class"))
                .isEqualTo(
                        new Invocation(2, "", "descant: --package: 'com.class' is not the name of a Java package\n"));
    }

    @Test
    void unknownOption_isSuggested() {
        assertThat(Invocation.of("generate", "adamw", "-o", directory.toString(), "--option", "amsgrd=true"))
                .isEqualTo(new Invocation(
                        2,
                        "",
                        "descant: --option amsgrd=true: AdamW has no option 'amsgrd'; did you mean 'amsgrad'?\n"));
    }

    @Test
    void badOption_isRefused() {
        assertThat(Invocation.of("generate", "adamw", "-o", directory.toString(), "--option", "amsgrad=yes"))
                .isEqualTo(new Invocation(2, "", "descant: --option amsgrad=yes: amsgrad is true or false\n"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

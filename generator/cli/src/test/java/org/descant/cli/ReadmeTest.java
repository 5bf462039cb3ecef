package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what there is. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(opt|java)\n(.*?)```\n", Pattern.DOTALL);

    private final String text = read(Path.of(System.getProperty("descant.root"), "README.md"));

    @Test
    void adam_isTheLibrarys() {
        String library = new Library(ReadmeTest.class.getClassLoader())
                .find("adam")
                .orElseThrow()
                .text();

        assertThat(library).endsWith(block("opt", "optimizer Adam("));
    }

    @Test
    void javaOfAdam_isWhatIsGenerated() {
        String generated = Invocation.of("explain", "adam", "--stage", "emit").out();

        assertThat(generated)
                .contains(block("java", "private static void update(").indent(4));
    }

    @Test
    void ownRule_isGood() {
        String rule = block("opt", "/// SignMomentum");

        assertThat(Invocation.withInput(rule, "check", "-")).isEqualTo(new Invocation(0, "-: good\n", ""));
        assertThat(Invocation.withInput(rule, "fmt", "-").out()).isEqualTo(rule);
    }

    @Test
    void ruleOfABuild_isGood() {
        String rule = block("opt", "/// SignAhead");

        assertThat(Invocation.withInput(rule, "check", "-")).isEqualTo(new Invocation(0, "-: good\n", ""));
        assertThat(Invocation.withInput(rule, "fmt", "-").out()).isEqualTo(rule);
    }

    @Test
    void wrongRule_isToldAsShown() {
        String rule = block("opt", "/// SignMomentum")
                .replace("ema(g, beta)", "ema(g, bta)")
                .replace("= w[t-1]", "= w");
        String told = Invocation.withInput(rule, "check", "-").err();

        assertThat(text)
                .contains(told.replace("<standard input>", "my-rule.opt")
                        .indent(4)
                        .replace("\n    \n", "\n\n"));
    }

    @Test
    void epsUnderTheRoot_isToldAsShown(@TempDir Path folder) throws IOException {
        Path rule = Files.writeString(
                folder.resolve("my-adam.opt"),
                block("opt", "optimizer Adam(").replace("(sqrt(vhat) + eps)", "sqrt(vhat + eps)"));
        String told = Invocation.of("validate", rule.toString(), "--oracle", "seed000-adam")
                .out();
        String shown = told.substring(told.indexOf("Adam against"), told.indexOf(" in 12 of 15 places"));

        assertThat(text).contains(shown.indent(4).stripTrailing().replace("\n    \n", "\n\n"));
    }

    private String block(String language, String beginning) {
        List<String> blocks = BLOCK.matcher(text)
                .results()
                .filter(match ->
                        match.group(1).equals(language) && match.group(2).startsWith(beginning))
                .map(match -> match.group(2))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError("no README", unreadable);
        }
    }
}

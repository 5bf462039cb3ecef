package org.descant.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Large texts are read within a second and 256 MB. */
class SizesTest {
    private static final int MOST_MILLISECONDS = 1_000;

    @Test
    void largeTexts_takeASecondAnd256Megabytes() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        SizesMain.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).describedAs(String.join("\n", lines)).isZero();
        Map<String, String> found = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            assertThat(Integer.parseInt(parts[1])).describedAs(line).isLessThan(MOST_MILLISECONDS);
            found.put(parts[0], parts[2]);
        }
        assertThat(found).containsOnlyKeys(SizesMain.texts().keySet());
        assertThat(found)
                .containsEntry(
                        "10,000 terms",
                        "the rule 'Large' becomes a method of N bytes, and the JVM compiles none of more than N")
                .containsEntry(
                        "20,000 branches",
                        "the rule 'Large' becomes a method of more than N KB, which no class file can hold")
                .containsEntry("5,000 equations", "")
                .containsEntry("20,000 brackets", "this is nested more than N deep")
                .containsEntry("20,000 signs", "this is nested more than N deep")
                .containsEntry("20,000 powers", "this is nested more than N deep");
        assertThat(found.get("1,000 states")).contains("that a Java method takes");
    }
}

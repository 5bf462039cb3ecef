package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @Test
    void rule_isMeasuredInALine(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("bench.json");

        Invocation bench =
                Invocation.of("bench", "sgd", "--elements", "1000", "--double", "--no-c", "--json", json.toString());

        assertThat(bench.exit()).isZero();
        assertThat(bench.err()).isEmpty();
        assertThat(bench.out().lines().limit(2))
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo(
                                        "rule   parameters  ns for each    GB/s  of memory          vector code         Vector API"),
                        // The square of 31 by 31 has the most elements of all that are not above 1,000.
                        row -> assertThat(row)
                                .matches("SGD  +961   +[0-9.]+  +[0-9.]+  +[0-9.]+  +(no|[0-9.]+ times as fast)"
                                        + "  +(no faster|[0-9.]+ times as (fast|slow))"));
        JsonNode root = new ObjectMapper().readTree(json.toFile());
        assertThat(root.path("format").asText()).isEqualTo("descant-bench/1");
        JsonNode rule = root.path("rules").path(0);
        assertThat(rule.path("rule").asText()).isEqualTo("SGD");
        assertThat(rule.path("type").asText()).isEqualTo("double");
        assertThat(rule.path("moved").asInt()).isEqualTo(3);
        assertThat(rule.path("nanos").asDouble()).isPositive();
        assertThat(rule.path("scalarNanos").asDouble()).isPositive();
        assertThat(rule.path("vectorNanos").asDouble()).isPositive();
        assertThat(rule.path("timesAsFastWithVectors").asDouble()).isPositive();
        assertThat(rule.has("hasVectorForm")).isFalse();
        assertThat(rule.has("cNanos")).isFalse();
    }

    @Test
    void ruleOfFunctions_hasNoVectorForm_andNoRatio(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("bounded.opt");
        Path json = folder.resolve("bench.json");
        Files.writeString(rule, "optimizer Bounded(w, g) { w[t] = w[t-1] - 0.1 * tanh(g) }");

        Invocation bench =
                Invocation.of("bench", rule.toString(), "--elements", "1000", "--no-c", "--json", json.toString());

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out().lines().skip(1).limit(1))
                .allSatisfy(row -> assertThat(row).startsWith("Bounded ").endsWith("  none"));
        JsonNode measured =
                new ObjectMapper().readTree(json.toFile()).path("rules").path(0);
        assertThat(measured.path("hasVectorForm").asBoolean(true)).isFalse();
        assertThat(measured.has("vectorNanos")).isFalse();
    }

    @Test
    void table_isWrittenAsMarkdown(@TempDir Path folder) throws IOException {
        Path markdown = folder.resolve("made/bench.md");

        Invocation bench = Invocation.of(
                "bench", "sgd", "--elements", "1000", "--no-c", "--no-other-runs", "--markdown", markdown.toString());

        assertThat(bench.exit()).isZero();
        assertThat(Files.readString(markdown))
                .containsPattern("[|]\n\nof memory: .*\n\nvector code: .*\n\nVector API: .*\n$");
        assertThat(Files.readAllLines(markdown).subList(0, 5))
                .satisfiesExactly(
                        machine -> assertThat(machine).endsWith(" processors; float, one thread"),
                        gap -> assertThat(gap).isEmpty(),
                        head -> assertThat(head)
                                .isEqualTo("| rule | parameters | ns for each | GB/s | of memory | of C | vector code |"
                                        + " Vector API |"),
                        line -> assertThat(line).isEqualTo("|---|---:|---:|---:|---:|---:|---:|---:|"),
                        row -> assertThat(row).matches("\\| SGD \\| 961 \\|( [0-9.]+ \\|){3}  \\|  \\|  \\|"));
    }

    @Test
    void call_namesRulesOrTheLibrary() {
        String refused = "descant: bench takes either rules or --library, which is all that the library has\n";
        assertThat(Invocation.of("bench")).isEqualTo(new Invocation(2, "", refused));
        assertThat(Invocation.of("bench", "sgd", "--library")).isEqualTo(new Invocation(2, "", refused));
    }

    @Test
    void model_isNeitherTinyNorBeyondAnArray() {
        assertThat(Invocation.of("bench", "sgd", "--elements", "3"))
                .isEqualTo(new Invocation(2, "", "descant: --elements takes a number from 256 to 268435456, not 3\n"));
        assertThat(Invocation.of("bench", "sgd", "--elements", "99999999999"))
                .isEqualTo(new Invocation(
                        2, "", "descant: --elements takes a number from 256 to 268435456, not 99999999999\n"));
    }

    @Test
    void fileThatCannotBeWritten_isSaidBeforeAnythingIsMeasured(@TempDir Path folder) throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        Path file = taken.resolve("bench.json");

        assertThat(Invocation.of("bench", "sgd", "--json", file.toString()))
                .isEqualTo(new Invocation(
                        2, "", "descant: " + file + " cannot be written: " + taken + " is a file, not a directory\n"));
    }

    @Test
    void wrongRule_isSaidBeforeAnythingIsMeasured() {
        Invocation wrong = Invocation.withInput("optimizer Bad(w, g) { w[t] = w[t-1] - q }", "bench", "-");

        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("there is no 'q' in this rule");
    }
}

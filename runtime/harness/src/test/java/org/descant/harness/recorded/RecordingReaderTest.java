package org.descant.harness.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {
    private static final String RUN = """
            {"format": "descant-oracle/1", "case": "x", "catalogue": "A01", "rule": "SGD", "source": "by hand",
             "equations": "w = w - lr*g", "dtype": "f64", "tolerance": 1e-12, "hyper": {"lr": 1},
             "options": {"sum": true, "k": 3},
             "tensors": [{"name": "a", "shape": [1, 2], "w": [0.5, -0.0]}],
             "steps": [{"evaluations": [{"loss": 3, "g": {"a": [1, 2]}}], "w": {"a": [-0.5, -2]}, "state": {"m": 7}}]}
            """;

    @Test
    void run_isRead() {
        Trajectory run = read(RUN);

        assertThat(run.name()).isEqualTo("file");
        assertThat(run.hypers()).containsExactly(Map.entry("lr", 1.0));
        assertThat(run.options()).containsExactly(Map.entry("sum", "true"), Map.entry("k", "3"));
        assertThat(run.tensors().get(0).start()).containsExactly(0.5, -0.0);
        assertThat(run.steps().get(0).values().get("a")).containsExactly(-0.5, -2);
        assertThat(run.steps().get(0).states().getOrDefault("m", Map.of()).get("a"))
                .containsExactly(7);
        assertThat(run.steps().get(0).evaluations().get(0).given().loss()).isEqualTo(3);
    }

    @Test
    void run_goesByOtherNamesAndValues() {
        Trajectory run =
                read(RUN).renamed(Map.of("lr", "rate", "m", "v")).withHypers(Map.of("rate", 2.0, "decay", 0.1));

        assertThat(run.hypers()).containsExactly(Map.entry("rate", 2.0), Map.entry("decay", 0.1));
        assertThat(run.steps().get(0).states()).containsOnlyKeys("v");
    }

    /** What is replaced by what, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        descant-oracle/1     | descant-oracle/2  | $.format: this is a file of the format 'descant-oracle/2', but one of the format 'descant-oracle/1' is wanted: give another file
        "rule": "SGD",       | ''                | $: the field 'rule' is missing: add it
        "w": {               | "W": {            | $.steps[0]: there is no field 'W' in this format; it has hyper, inputs, evaluations, w, state: correct the name, or take it out
        [0.5, -0.0]          | [0.5]             | $.tensors[0].w: there are 1 numbers, but a tensor of shape [1, 2] has 2: correct the list or the shape
        [-0.5, -2]           | [-0.5, -2, 1]     | $.steps[0].w.a: there are 3 numbers, but tensor 'a' of shape [1, 2] has 2: correct the list or the shape
        [1, 2]}}             | [1, "2"]}}        | $.steps[0].evaluations[0].g.a[1]: a number is expected, not the string "2"
        [1, 2]}}             | [1, 1e999]}}      | $.steps[0].evaluations[0].g.a[1]: the number is beyond what a double can hold
        "g": {"a": [1, 2]}   | "g": {}           | $.steps[0].evaluations[0].g: tensor 'a' is missing: add its numbers
        "g": {"a": [1, 2]}   | "g": {"b": [1]}   | $.steps[0].evaluations[0].g: there is no tensor 'b'; there are a: correct the name
        [1, 2], "w"          | [1, -2], "w"      | $.tensors[0].shape[1]: a length is expected, an integer that is not negative, not the number -2
        1e-12                | -1e-12            | $.tolerance: a tolerance is not negative: -1.0E-12
        f64                  | f32               | $.dtype: only 'f64' is known: record in doubles
        "k": 3               | "k": 3.5          | $.options.k: true, false or an integer is expected, not the number 3.5
        {"lr": 1}            | 7                 | $.hyper: an object is expected, not the number 7
        "steps": [           | "steps": [], "x": [ | $: there is no field 'x' in this format; it has format, case, catalogue, rule, source, equations, dtype, tolerance, hyper, options, tensors, steps: correct the name, or take it out
        [{"loss"             | [], "x": [{"loss" | $.steps[0]: there is no field 'x' in this format; it has hyper, inputs, evaluations, w, state: correct the name, or take it out
        [{"evaluations"      | [{"hyper": {"eps": 1}, "evaluations" | $.steps[0].hyper: 'eps' is no hyperparameter of this run; it has lr: give it a value under $.hyper too
        """)
    void wrongRun_isToldWhereAndWhat(String right, String wrong, String message) {
        String text = RUN.replace(right, wrong);

        assertThat(text).isNotEqualTo(RUN);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RecordingException.class)
                .hasMessage("file.json: " + message);
    }

    @Test
    void text_thatIsNotJson_isToldWhere() {
        assertThatThrownBy(() -> read("{\"format\":\n  oops}"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("file.json:2:8: this is not JSON: give a file of the format descant-oracle/1 or"
                        + " descant-schedule/1");
    }

    @Test
    void text_ofARule_isToldNothingOfTheParser() {
        assertThatThrownBy(() -> read("// A rule.\noptimizer A(w, g) {}\n"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("file.json:1:1: this is not JSON: give a file of the format descant-oracle/1 or"
                        + " descant-schedule/1");
    }

    @Test
    void text_thatEndsEarly_isToldSo() {
        assertThatThrownBy(() -> read("{\"format\": [1,"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("file.json:1:15: this is not JSON: the text ends too early: give a file of the format"
                        + " descant-oracle/1 or descant-schedule/1");
    }

    @Test
    void fileOfNothing_isNotJson() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(RecordingException.class)
                .hasMessage(
                        "file.json: the file is empty: give a file of the format descant-oracle/1 or descant-schedule/1");
    }

    @Test
    void fieldGivenTwice_isNotJson() {
        assertThatThrownBy(() -> read(RUN.replace("\"case\"", "\"rule\"")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(": this is not JSON: the field 'rule' is given twice: give a file of the format");
    }

    @Test
    void fileThatIsNotThere_isNamed(@TempDir Path directory) {
        Path file = directory.resolve("none.json");

        assertThatThrownBy(() -> RecordingReader.trajectory(file))
                .isInstanceOf(RecordingException.class)
                .hasMessage(file + ": there is no such file: give the path of a recording");
    }

    @Test
    void schedule_isRead(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("half.json"), """
                {"format": "descant-schedule/1", "case": "half", "catalogue": "S01", "source": "by hand",
                 "equations": "lr = base/2^n", "tolerance": 1e-12, "args": {"k": [1, 2]}, "base": 1, "values": [1, 0.5]}
                """);

        RecordedSchedule schedule = RecordingReader.schedule(file);

        assertThat(schedule.name()).isEqualTo("half");
        assertThat(schedule.arguments()).containsExactly(Map.entry("k", "[1,2]"));
        assertThat(schedule.values()).containsExactly(1.0, 0.5);
        assertThatThrownBy(() -> RecordingReader.trajectory(file))
                .hasMessage(file + ": $.format: this is a file of the format 'descant-schedule/1', "
                        + "but one of the format 'descant-oracle/1' is wanted: give another file");
    }

    private static Trajectory read(String text) {
        return RecordingReader.trajectory(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file.json");
    }
}

package org.descant.harness.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.harness.ModelTensor;
import org.junit.jupiter.api.Test;

class RecordingsTest {
    @Test
    void index_listsEveryFile() throws IOException, URISyntaxException {
        Path folder = Path.of(Recordings.class
                        .getResource("/META-INF/descant/recordings/index.txt")
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.map(
                            file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).isEqualTo(names);
        }
    }

    @Test
    void everyRun_isRead() {
        assertThat(Recordings.trajectories()).hasSizeGreaterThan(150).allSatisfy(name -> {
            Trajectory run = Recordings.trajectory(name);
            assertThat(run.name()).isEqualTo(name);
            assertThat(run.steps()).hasSize(25);
            assertThat(run.steps().get(24).values().keySet())
                    .containsExactlyElementsOf(
                            run.tensors().stream().map(ModelTensor::name).toList());
        });
    }

    @Test
    void everySchedule_isRead() {
        assertThat(Recordings.schedules()).hasSizeGreaterThan(30).allSatisfy(name -> {
            RecordedSchedule schedule = Recordings.schedule(name);
            assertThat(schedule.values()).hasSize(60);
            RecordedStep last = schedule.trajectory("rate", Map.of()).steps().get(59);
            assertThat(last.states().getOrDefault("rate", Map.of()).get(RecordedSchedule.MODEL.name()))
                    .containsExactly(schedule.values().get(59));
            assertThat(last.values()).isEmpty();
        });
    }

    @Test
    void schedule_knowsTheNumbersThatItWasMadeWith() {
        assertThat(Recordings.schedule("cosine-torch").numbers())
                .containsExactly(Map.entry("base", 0.1), Map.entry("T", 25.0), Map.entry("eta_min", 0.01));
    }

    @Test
    void recording_isARunOrASchedule_asItsNameSays() {
        assertThat(Recordings.names())
                .startsWith("accsgd-kozistr")
                .endsWith("schedules/warmup-exponential-optax")
                .allSatisfy(name -> assertThat(Recordings.recording(name).name())
                        .isEqualTo(name.replace(RecordedSchedule.FOLDER, "")));
        assertThat(Recordings.recording("cosine-torch")).isInstanceOf(RecordedSchedule.class);
        assertThat(Recordings.recording("adam-optax")).isInstanceOf(Trajectory.class);
        assertThatThrownBy(() -> Recordings.recording("cosine"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("there is no recorded run 'cosine' among those that ship with Descant: "
                        + "give one of their names, or the path of a file");
    }

    @Test
    void run_ofSeveralEvaluations_hasThePointOfTheSecond() {
        RecordedStep step = Recordings.trajectory("sam-sgd-authors").steps().get(0);

        assertThat(step.evaluations())
                .extracting(evaluation -> evaluation.at().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void run_withInputs_hasThemByNameAndTensor() {
        Trajectory run = Recordings.trajectory("sophiag-authors");

        assertThat(run.steps().get(3).inputs()).containsOnlyKeys("ghat");
        assertThat(run.steps().get(3).inputs().getOrDefault("ghat", Map.of()))
                .containsOnlyKeys(run.tensors().stream().map(ModelTensor::name).toList());
    }

    @Test
    void stateOfTheModel_standsWithEveryTensor() {
        RecordedStep step = Recordings.trajectory("dadapt-adam-authors").steps().get(0);

        assertThat(step.states().getOrDefault("d", Map.of()).values())
                .hasSize(3)
                .allSatisfy(d -> assertThat(d).hasSize(1));
    }

    @Test
    void rate_thatChanges_isSetWithItsStep() {
        assertThat(Recordings.trajectory("adam-rate-changes-torch").steps())
                .allSatisfy(step -> assertThat(step.hypers()).containsOnlyKeys("lr"));
    }

    @Test
    void unknownName_isSaid() {
        assertThatThrownBy(() -> Recordings.trajectory("adam-touch"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("there is no recorded run 'adam-touch' among those that ship with Descant: "
                        + "give one of their names, or the path of a file");
        assertThatThrownBy(() -> Recordings.schedule("cosine"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("there is no recorded schedule 'cosine' among those that ship with Descant: "
                        + "give one of their names, or the path of a file");
    }
}

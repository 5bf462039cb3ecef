package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RecordingListTest {
    @Test
    void words_chooseRecordings_byNameRuleOrSource() {
        assertThat(Invocation.of("validate", "--list", "tORCH", "AMSGrad")).isEqualTo(new Invocation(0, """
                        recording            rule     made by       steps  tensors      set to
                        adamw-amsgrad-torch  AdamW    torch 2.13.0     25  5×3, 4, 3×6  lr = 0.05, beta1 = beta2 = 0.9, eps = 1e-8, weight_decay = 0.01, amsgrad
                        amsgrad-l2-torch     AMSGrad  torch 2.13.0     25  5×3, 4, 3×6  lr = 0.05, beta1 = beta2 = 0.9, eps = 1e-8, weight_decay = 0.1
                        amsgrad-torch        AMSGrad  torch 2.13.0     25  5×3, 4, 3×6  lr = 0.05, beta1 = beta2 = 0.9, eps = 1e-8

                        beta1 = beta2 = 0.9: this recording alone does not show it if a rule takes one for the other
                        """, ""));
        assertThat(Invocation.of("validate", "--list", "muon-optax").out())
                .contains("\nmuon-optax  -     optax 0.2.8     25  ");
        assertThat(Invocation.of("validate", "--list", "rate-changes-torch").out())
                .endsWith("  lr = 0.1 at first, beta1 = 0.9, beta2 = 0.999, eps = 1e-8\n");
        assertThat(Invocation.of("validate", "--list", "sam-sgd", "zebra"))
                .isEqualTo(new Invocation(
                        2, "", "descant: no recording has sam-sgd and zebra in its name, rule or source\n"));
    }

    @Test
    void schedules_areListedWithTheirArguments() {
        assertThat(Invocation.of("validate", "--list", "schedules/", "SGDR").out())
                .isEqualTo("""
                        recording             rule  made by      steps  tensors  set to
                        schedules/sgdr-optax  -     optax 0.2.8     60           base = 0.1, N1 = 20, W1 = 5, N2 = 30, W2 = 6, start = 0.01, peak = 0.05, end = 0.002
                        """);
        assertThat(Invocation.of("validate", "--list", "cosine_annealing").out())
                .contains(
                        "\nschedules/cosine-torch  cosine_annealing  torch 2.13.0     60           base = 0.1, T = 25,");
    }

    @Test
    void json_hasAllOfThem() throws Exception {
        JsonNode root = new ObjectMapper()
                .readTree(Invocation.of("validate", "--list", "--json").out());

        assertThat(root.get("format").asText()).isEqualTo("descant-recordings/1");
        JsonNode recordings = root.get("recordings");
        assertThat(recordings.size()).isGreaterThan(180);
        assertThat(recordings.findValuesAsText("name")).contains("seed000-adam", "schedules/cosine-torch");
        for (JsonNode recording : recordings) {
            if (recording.get("name").asText().equals("adamw-amsgrad-torch")) {
                assertThat(recording.toString())
                        .contains("\"kind\":\"run\",\"rule\":\"AdamW\",\"source\":\"torch 2.13.0 ")
                        .contains("\"tensors\":[{\"name\":\"layer1.weight\",\"shape\":[5,3]},")
                        .endsWith("\"options\":{\"amsgrad\":true,\"maximize\":false},"
                                + "\"alike\":[[\"beta1\",\"beta2\"]]}");
            }
        }
    }

    @Test
    void list_withAnythingElse_isAWrongCall() {
        assertThat(Invocation.of("validate", "--list", "--oracle", "adam-optax"))
                .isEqualTo(new Invocation(2, "", "descant: --list only takes words to look for, and --json\n"));
    }
}

package org.descant.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.grammar.source.SourceText;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
    private static final String MOMENTUM = """
            optimizer Momentum(w, g) {
              hyper rate     = 0.1 in [0, inf)
              hyper momentum = 0.9 in [0, 1)
              option maximize = false
              option nesterov = false
              state v = 0
              h    = if maximize then -g else g
              v[t] = momentum * v[t-1] + h
              w[t] = w[t-1] - rate * (if nesterov then h + momentum * v[t] else v[t])
            }
            """;

    private static final Trajectory RECORDED = Recordings.trajectory("seed001-momentum");

    @Test
    void recordingByOtherNames_isReproduced() {
        RecordedRun run = RecordedRun.of(rule(MOMENTUM), RECORDED, Map.of("rate", "lr", "v", "b"));

        assertThat(result(run).passes()).isTrue();
        assertThat(run.options()).isEqualTo(Map.of("maximize", "false", "nesterov", "false"));
        assertThat(run.trajectory().hypers()).containsOnlyKeys("rate", "momentum");
    }

    @Test
    void optionAndValue_inPlaceOfTheRecordedOnes_makeAnotherRun() {
        Map<String, String> names = Map.of("rate", "lr", "v", "b");

        assertThat(result(RecordedRun.of(rule(MOMENTUM), RECORDED, with(names, "nesterov", "true")))
                        .parting())
                .isPresent();
        assertThat(result(RecordedRun.of(rule(MOMENTUM), RECORDED, with(names, "momentum", "0.8")))
                        .parting())
                .isPresent();
    }

    @Test
    void hyperparameter_thatTheRuleLacks_isSaidWithBothSides() {
        assertThatThrownBy(() -> RecordedRun.of(rule(MOMENTUM), RECORDED, Map.of()))
                .isInstanceOf(RecordingMismatchException.class)
                .hasMessage("""
                        the recording seed001-momentum sets the hyperparameter lr, which Momentum does not have
                          hyperparameters of the recording: lr, momentum
                          hyperparameters of Momentum: rate, momentum""");
    }

    @Test
    void options_thatTheRuleLacks_andThatAreFalse_areNotMissed() {
        TestedRule plain = rule("""
                optimizer Plain(w, g) {
                  hyper lr       = 0.1 in [0, inf)
                  hyper momentum = 0.9 in [0, 1)
                  option flipped = false
                  state b = 0
                  b[t] = momentum * b[t-1] + (if flipped then -g else g)
                  w[t] = w[t-1] - lr * b[t]
                }
                """);
        RecordedRun run = RecordedRun.of(plain, RECORDED, Map.of("flipped", "maximize"));

        assertThat(result(run).passes()).isTrue();
        assertThat(run.options()).isEqualTo(Map.of("flipped", "false"));
    }

    @Test
    void options_thatTheRuleLacks_andThatAreTrue_areSaidWithBothSides() {
        TestedRule plain = rule("optimizer P(w, g) { hyper lr = 1 in [0, inf)  w[t] = w[t-1] - lr * g }");
        Trajectory taken = new Trajectory(
                RECORDED.name(),
                RECORDED.catalogue(),
                RECORDED.rule(),
                RECORDED.source(),
                RECORDED.equations(),
                RECORDED.tolerance(),
                RECORDED.hypers(),
                Map.of("nesterov", "true"),
                RECORDED.tensors(),
                RECORDED.steps());

        assertThatThrownBy(() -> RecordedRun.of(plain, taken, Map.of()))
                .isInstanceOf(RecordingMismatchException.class)
                .hasMessage("""
                        the recording seed001-momentum sets the option nesterov, which P does not have
                          options of the recording: nesterov
                          options of P: none""");
    }

    @Test
    void brokenRule_isTheRulesFault() {
        assertThatThrownBy(() -> RecordedRun.of(rule("optimizer P(w, g) { w[t] = u }"), RECORDED, Map.of()))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void tableOfAProject_findsItsFilesBesideIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("momentum.opt"), MOMENTUM);
        Path table = Files.writeString(
                folder.resolve("recordings.txt"), "seed001-momentum: momentum.opt with rate = lr, v = b\n");
        RecordedRuns runs = RecordedRuns.of(table);

        assertThat(result(runs.run(runs.table().rows().get(0))).passes()).isTrue();
    }

    @Test
    void evaluationsElsewhere_andInputs_areReplayed() {
        TestedRule nesterov = rule("""
                optimizer LookAhead(w) {
                  hyper lr       = 0.1 in [0, inf)
                  hyper momentum = 0.9 in [0, 1)
                  state v = 0
                  g    = grad(w[t-1] - momentum * v[t-1])
                  v[t] = momentum * v[t-1] + lr * g
                  w[t] = w[t-1] - v[t]
                }
                """);
        TestedRule sam = rule("""
                optimizer SAM(w, g) {
                  hyper lr       = 0.1   in [0, inf)
                  hyper momentum = 0.9   in [0, 1)
                  hyper rho      = 0.05  in [0, inf)
                  hyper eps      = 1e-12 in [0, inf)
                  state b = 0
                  h    = grad(w[t-1] + rho * g / (norm(g per model) + eps))
                  b[t] = momentum * b[t-1] + h
                  w[t] = w[t-1] - lr * b[t]
                }
                """);
        TestedRule sophia = rule("""
                optimizer SophiaG(w, g) {
                  hyper lr           = 0.05  in [0, inf)
                  hyper beta1        = 0.965 in [0, 1)
                  hyper beta2        = 0.99  in [0, 1)
                  hyper rho          = 0.04  in [0, inf)
                  hyper weight_decay = 0.1   in [0, inf)
                  hyper batch        = 4000  in (0, inf)
                  hyper k            = 4     in (0, inf)
                  input ghat
                  state m = 0
                  state h = 0
                  m[t] = beta1 * m[t-1] + (1 - beta1) * g
                  h[t] = if mod(t, k) == 0 then beta2 * h[t-1] + (1 - beta2) * ghat^2 else h[t-1]
                  w[t] = w[t-1] * (1 - lr * weight_decay) - lr * sign(m[t]) * min(abs(m[t]) / (rho * batch * h[t-1] + 1e-15), 1)
                }
                """);

        assertReproduces(nesterov, "seed003-nesterov");
        assertReproduces(sam, "sam-sgd-authors");
        assertReproduces(sophia, "sophiag-authors");
    }

    @Test
    void gradientAskedForElsewhere_partsAtThePoint() {
        TestedRule wrong = rule("""
                optimizer LookAhead(w) {
                  hyper lr       = 0.1 in [0, inf)
                  hyper momentum = 0.9 in [0, 1)
                  state v = 0
                  g    = grad(w[t-1] + momentum * v[t-1])
                  v[t] = momentum * v[t-1] + lr * g
                  w[t] = w[t-1] - v[t]
                }
                """);
        RunResult result = result(RecordedRun.of(wrong, Recordings.trajectory("seed003-nesterov"), Map.of()));

        assertThat(result.parting().orElseThrow().step()).isEqualTo(2);
        assertThat(result.parting().orElseThrow().first().quantity()).isEqualTo("at");
    }

    private static void assertReproduces(TestedRule rule, String recording) {
        RunResult result = result(RecordedRun.of(rule, Recordings.trajectory(recording), Map.of()));

        assertThat(result.passes()).as("%s: %s", recording, result.parting()).isTrue();
    }

    private static RunResult result(RecordedRun run) {
        return Comparison.ofRecording(run.trajectory(), run.rule().subject(BackEnd.INTERPRETER, ElementType.DOUBLE));
    }

    private static Map<String, String> with(Map<String, String> names, String name, String value) {
        Map<String, String> with = new HashMap<>(names);
        with.put(name, value);
        return with;
    }

    private static TestedRule rule(String text) {
        return TestedRule.of(Descant.compiler(), new SourceText("test.opt", text));
    }
}

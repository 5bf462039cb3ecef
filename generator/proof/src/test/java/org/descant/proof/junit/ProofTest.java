package org.descant.proof.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.descant.compiler.RuleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    private static final String ADAM = """
            optimizer MyAdam(w, g) {
              hyper lr    = 1e-3  in [0, inf)
              hyper beta1 = 0.9   in [0, 1)
              hyper beta2 = 0.999 in [0, 1)
              hyper eps   = 1e-8  in [0, inf)

              m    = ema(g, beta1)
              v    = ema(g^2, beta2)
              w[t] = w[t-1] - lr * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps)
            }
            """;

    private final Path folder;

    ProofTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void rule_thatIsWhatItSaysItIs_isProvedInOneChain() throws IOException {
        Path adam = file("adam.opt", ADAM);
        Path divided = file("divided.opt", ADAM.replace("lr * (m / (1 - beta1^t))", "lr / (1 - beta1^t) * m"));

        assertThatCode(() -> Proof.of(adam)
                        .reproduces("seed000-adam", "seed001-adam")
                        .sameAs(divided.toString())
                        .agreesOnAllBackEnds()
                        .mutantsAreCaught())
                .doesNotThrowAnyException();
    }

    @Test
    void rule_withAWrongNumber_doesNotReproduceARecording_andIsToldWhere() throws IOException {
        Path wrong = file("wrong.opt", ADAM.replace("(1 - beta2^t)", "1"));

        assertThatThrownBy(() -> Proof.of(wrong).reproduces("seed000-adam"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MyAdam against seed000-adam, double: differs")
                .hasMessageContaining("step 1, tensor layer1.weight, element [0, 0]: w parts first")
                .hasMessageContaining("agrees    m, v")
                .hasMessageContaining("    v = beta2*v + (1 - beta2)*g^2");
    }

    @Test
    void rule_thatIsWrongInOnePlace_isToldWhichChangeMendsIt() throws IOException {
        Path wrong = file("wrong.opt", ADAM.replace("sqrt(v / (1 - beta2^t)) + eps", "sqrt(v / (1 - beta2^t) + eps)"));

        assertThatThrownBy(() -> Proof.of(wrong).reproduces("seed000-adam"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        MyAdam against seed000-adam, double: differs
                          the recording is reproduced with this change:
                            - w[t] = w[t-1] - lr * (m / (1 - beta1^t)) / sqrt(v / (1 - beta2^t) + eps)
                            + w[t] = w[t-1] - lr * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps)
                        """);
    }

    @Test
    void nameThatTheRecordingDoesNotHave_isAskedFor() throws IOException {
        Path other = file("other.opt", ADAM.replace("lr", "rate"));
        Path states = file("states.opt", ADAM.replaceAll("\\bm\\b", "mu"));

        assertThatThrownBy(() -> Proof.of(other).reproduces("seed000-adam"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        the recording seed000-adam sets the hyperparameter lr, which MyAdam does not have
                          hyperparameters of the recording: lr, beta1, beta2, eps
                          hyperparameters of MyAdam: rate, beta1, beta2, eps
                        if the rule calls it otherwise, say so: with("mine = recorded"), or @RuleTest(with = "mine = recorded")""");
        assertThatThrownBy(() -> Proof.of(states).reproduces("seed000-adam"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("recorded, but not among the states of the rule: m\n")
                .hasMessageEndingWith("if the rule calls it otherwise, say so: with(\"mine = recorded\"), "
                        + "or @RuleTest(with = \"mine = recorded\")");
        assertThatCode(() -> Proof.of(states).with("mu = m").reproduces("seed000-adam.json"))
                .doesNotThrowAnyException();
    }

    @Test
    void rule_thatMovesOtherwise_isNotTheSame() throws IOException {
        Path adam = file("adam.opt", ADAM);
        Path other = file("other.opt", ADAM.replace("sqrt(v / (1 - beta2^t)) + eps", "sqrt(v / (1 - beta2^t) + eps)"));

        assertThatThrownBy(() -> Proof.of(adam).sameAs(other.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("MyAdam and MyAdam are different\n");
    }

    @Test
    void mutant_thatSurvives_isShownByItsLine_unlessItIsKnown() throws IOException {
        Path yogi = file("yogi.opt", """
                optimizer Yogi(w, g) {
                  hyper lr      = 0.01  in [0, inf)
                  hyper beta1   = 0.9   in [0, 1)
                  hyper beta2   = 0.999 in [0, 1)
                  hyper eps     = 1e-3  in [0, inf)
                  hyper initial = 1e-6  in [0, inf)
                  state m = initial
                  state v = initial
                  m[t] = beta1 * m[t-1] + (1 - beta1) * g
                  v[t] = v[t-1] - (1 - beta2) * sign(v[t-1] - g^2) * g^2
                  w[t] = w[t-1] - lr * (m[t] / (1 - beta1^t)) / (sqrt(v[t] / (1 - beta2^t)) + eps)
                }
                """);
        Path known = file("known.txt", """
                unseen Yogi: v[t-1] is never exactly g^2
                - v[t] = v[t-1] - (1 - beta2) * sign(v[t-1] - g^2) * g^2
                + v[t] = v[t-1] - (1 - beta2) / sign(v[t-1] - g^2) * g^2
                """);

        Proof proof = Proof.of(yogi).reproduces("yogi-optax");

        assertThatThrownBy(proof::mutantsAreCaught)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        1 of 111 mutants of Yogi reproduces yogi-optax as the rule does: give a recording that tells it from the rule, \
                        or list it with the reason (@RuleTest(known = …), Proof.knowing)
                        * and / exchanged
                        - v[t] = v[t-1] - (1 - beta2) * sign(v[t-1] - g^2) * g^2
                        + v[t] = v[t-1] - (1 - beta2) / sign(v[t-1] - g^2) * g^2""");
        assertThatCode(() -> proof.knowing(known.toString()).mutantsAreCaught()).doesNotThrowAnyException();
        assertThatThrownBy(() -> Proof.of(yogi).knowing(known.toString()).mutantsAreCaught())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mutants are caught by recordings: name one first");
    }

    @Test
    void mutant_thatIsListedAndCaught_isToBeTakenOffTheList() throws IOException {
        Path adam = file("adam.opt", ADAM);
        Path known = file("known.txt", """
                equal MyAdam: so they say
                - m = ema(g, beta1)
                + m = ema(g, beta2)
                """);

        assertThatThrownBy(() -> Proof.of(adam)
                        .reproduces("seed000-adam")
                        .knowing(known.toString())
                        .mutantsAreCaught())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        listed as passing, but caught, or no mutant: take it off the list
                        MyAdam
                        - m = ema(g, beta1)
                        + m = ema(g, beta2)""");
    }

    @Test
    void setting_namesWhatTheRecordingCallsOtherwise() throws IOException {
        Path renamed = file("renamed.opt", """
                optimizer Heavy(w, g) {
                  hyper rate = 0.1 in [0, inf)
                  hyper mu   = 0.5 in [0, 1)
                  hyper wd   = 0.1 in [0, 1)
                  state b = 0
                  b[t] = mu * b[t-1] + (g + wd * w[t-1])
                  w[t] = w[t-1] - rate * b[t]
                }
                """);

        assertThatCode(() -> Proof.of(renamed)
                        .with("rate = lr")
                        .with("mu = momentum")
                        .with("wd = 0")
                        .reproduces("seed001-momentum"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Proof.of(renamed).with("wd 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'wd 0' is no setting: write it like \"weight_decay = 0\" or \"mu = momentum\"");
    }

    @Test
    void brokenRule_isToldInItsOwnWords() throws IOException {
        Path broken = file("broken.opt", ADAM.replace("ema(g, beta1)", "ema(g, bta1)"));

        assertThatThrownBy(() -> Proof.of(broken).reproduces("seed000-adam"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("there is no 'bta1' in this rule");
    }

    @Test
    void absentThings_areToldWithWhereTheyWereLookedFor() throws IOException {
        Path adam = file("adam.opt", ADAM);

        assertThatThrownBy(() -> Proof.of("no/such.opt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule 'no/such.opt': neither a file "
                        + Path.of("no/such.opt").toAbsolutePath()
                        + ", nor a resource of the class path, nor a rule of a library on it");
        assertThatThrownBy(() -> Proof.of(adam).reproduces("quux"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no recorded run 'quux' ships with Descant; org.descant.harness.recorded.Recordings lists all");
        assertThatThrownBy(() -> Proof.of(adam).reproduces("yogi-torch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no recorded run 'yogi-torch' ships with Descant; those whose names begin alike are\n  yogi-optax");
        assertThatThrownBy(() -> Proof.of(adam).reproduces("no/such.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is neither a file " + Path.of("no/such.json").toAbsolutePath()
                        + " nor a resource of the class path 'no/such.json'");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

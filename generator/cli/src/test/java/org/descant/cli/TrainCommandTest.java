package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
    private static final Pattern CLOSING =
            Pattern.compile("Adam ends at ([0-9.]+) % test accuracy on the digits after 20 epochs\\.\n");

    private static final String AVERAGED = """
            optimizer Averaged(w, g) {
              state average = w[0]
              w[t] = w[t-1] - 0.1 * g
              average[t] = 0.99 * average[t-1] + 0.01 * w[t]
              size = norm(g per model)
              output average
              output size
            }
            """;

    @Test
    void adam_endsAboveNinetyFivePercentAndSaysSo() {
        Invocation train = Invocation.of("train", "adam");

        Matcher closing = CLOSING.matcher(train.out());
        assertThat(closing.find()).isTrue();
        assertThat(Double.parseDouble(closing.group(1))).isGreaterThan(95);
        assertThat(train.exit()).isZero();
        assertThat(train.err()).isEmpty();
    }

    @Test
    void oneRule_isToldEpochByEpoch() {
        assertThat(Invocation.of("train", "adam", "--epochs", "2", "--set", "lr=0.01")
                        .out())
                .matches("""
                Adam: lr 0\\.01, beta1 0\\.9, beta2 0\\.999, eps 1e-8, weight_decay 0
                Digits: 1,438 images to learn from, 359 to be tested on; a perceptron of 4,810 parameters, seed 1

                epoch    loss  test accuracy
                    1  0\\.\\d{4}         \\d\\d\\.\\d %
                    2  0\\.\\d{4}         \\d\\d\\.\\d %

                Compiled in [0-9,]+ ms; a step takes \\d+\\.\\d\\d ns per parameter\\.
                Adam ends at \\d\\d\\.\\d % test accuracy on the digits after 2 epochs\\.
                """);
    }

    @Test
    void severalRules_areCompared() {
        List<String> lines = Invocation.of("train", "adam", "signsgd", "--epochs", "1", "--set", "adam.lr=0.02")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(2))
                .matches("rule {7,}lr +loss +test accuracy +best +compiled in +ns per parameter +bytes per parameter");
        assertThat(lines.get(3)).matches("Adam +0\\.02 .* 8");
        assertThat(lines.get(4)).matches("SignSGD +0\\.001 .* 0");
        assertThat(lines.get(6))
                .matches("\\w+ ends highest: \\d\\d\\.\\d % test accuracy on the digits after 1 epoch\\.");
    }

    @Test
    void threads_changeNoNumber() {
        assertThat(epochs(Invocation.of("train", "lion", "--epochs", "2", "--threads", "2")))
                .isEqualTo(epochs(Invocation.of("train", "lion", "--epochs", "2")));
    }

    @Test
    void noThreads_areRefused() {
        assertThat(Invocation.of("train", "lion", "--threads", "0").err())
                .startsWith("descant: --threads: there can be 1 to 1024 threads, not 0: the caller's is one\n");
    }

    @Test
    void tie_isTold() {
        assertThat(Invocation.of("train", "adam", "adam", "--epochs", "1").out())
                .containsPattern(
                        "\nAdam and Adam end highest: \\d\\d\\.\\d % test accuracy on the digits after 1 epoch\\.\n");
    }

    @Test
    void sameSeed_givesTheSameBits() {
        String once = epochs(Invocation.of("train", "lion", "--epochs", "3", "--seed", "7"));

        assertThat(epochs(Invocation.of("train", "lion", "--epochs", "3", "--seed", "7")))
                .isEqualTo(once);
        assertThat(epochs(Invocation.of("train", "lion", "--epochs", "3", "--seed", "8")))
                .isNotEqualTo(once);
    }

    @Test
    void lowAccuracy_givesAHint() {
        assertThat(Invocation.of("train", "sgd", "--epochs", "1").out())
                .endsWith("SGD learned with lr 0.001. Another may suit this task better, for example --set lr=0.01.\n");
    }

    @Test
    void divergence_isSaid() {
        assertThat(Invocation.of("train", "sgd", "--epochs", "2", "--set", "lr=1e30")
                        .out())
                .endsWith("SGD diverged in epoch 1. A smaller learning rate may hold, for example --set lr=1e29.\n");
    }

    @Test
    void progress_isShownOnATerminalOnly() {
        assertThat(Invocation.onTerminal("train", "adam", "--epochs", "20").err())
                .contains("\r\u001b[KAdam  epoch ");
        assertThat(Invocation.of("train", "adam", "--epochs", "1").err()).isEmpty();
    }

    @Test
    void unknownHyperparameter_isSuggested() {
        assertThat(Invocation.of("train", "adam", "--set", "beta=0.8"))
                .isEqualTo(new Invocation(
                        2, "", "descant: --set beta=0.8: Adam has no hyperparameter 'beta'; did you mean 'beta1'?\n"));
    }

    @Test
    void valueOutOfRange_isRefused() {
        assertThat(Invocation.of("train", "adam", "--set", "beta1=1"))
                .isEqualTo(new Invocation(2, "", "descant: --set beta1=1: beta1 of Adam is in [0, 1)\n"));
    }

    @Test
    void badNumber_isRefused() {
        assertThat(Invocation.of("train", "adam", "--epochs", "0"))
                .isEqualTo(new Invocation(2, "", "descant: --epochs takes a number from 1 on, not 0\n"));
        assertThat(Invocation.of("train", "adam", "--epochs", "many").err())
                .isEqualTo(
                        "descant: Invalid value for option '--epochs': 'many' is not a whole number\nTry 'descant train --help'.\n");
    }

    @Test
    void ruleWithAnInput_isRefused() {
        Invocation train = Invocation.withInput("""
                optimizer Steered(w, g) {
                  input h
                  w[t] = w[t-1] - 0.1 * g * h
                }
                """, "train", "-");

        assertThat(train)
                .isEqualTo(new Invocation(
                        2, "", "descant: Steered asks for the input 'h', which this training does not know\n"));
    }

    @Test
    void ruleThatCannotBeGenerated_isADiagnostic() {
        String pasts = IntStream.rangeClosed(1, 260)
                .mapToObj(age -> " - g[t-" + age + "]")
                .collect(Collectors.joining());
        Invocation train =
                Invocation.withInput("optimizer Long(w, g) {\n  w[t] = w[t-1]" + pasts + "\n}\n", "train", "-");

        assertThat(train.exit()).isEqualTo(1);
        assertThat(train.err()).isEqualTo("""
                        <standard input>:1:11: error: the rule 'Long' has 261 arrays and 0 numbers in one loop, more than the 255 that a Java method takes
                            optimizer Long(w, g) {
                                      ^^^^
                          = keep fewer states, or make several rules of it
                        """);
    }

    @Test
    void severalGradients_andAnAverage_areTrainedWith() {
        Invocation train = Invocation.withInput("""
                optimizer Sharp(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state average = w[0]
                  s    = grad(w[t-1] + 0.05 * g / norm(g per model))
                  w[t] = w[t-1] - lr * s
                  average[t] = 0.99 * average[t-1] + 0.01 * w[t]
                  output average
                }
                """, "train", "-", "--epochs", "3");

        assertThat(train.err()).isEmpty();
        assertThat(train.out())
                .containsPattern("\\nSharp ends at 9\\d\\.\\d % test accuracy on the digits after 3 epochs\\.\\n");
    }

    @Test
    void unknownOutput_isRefused() {
        assertThat(Invocation.withInput(AVERAGED, "train", "-", "--show", "averge"))
                .isEqualTo(
                        new Invocation(
                                2,
                                "",
                                "descant: --show averge: Averaged has no output 'averge' per element; did you mean 'average'?\n"));
        assertThat(Invocation.withInput(AVERAGED, "train", "-", "adam", "--show", "size"))
                .isEqualTo(
                        new Invocation(
                                2,
                                "",
                                "descant: --show size: none of the rules has an output 'size' per element; there is average\n"));
        assertThat(Invocation.of("train", "adam", "--show", "average"))
                .isEqualTo(new Invocation(
                        2, "", "descant: --show average: Adam has no output 'average' per element; there are none\n"));
    }

    @Test
    void outputOfOneOfTheRules_canBeShown() {
        assertThat(Invocation.withInput(AVERAGED, "train", "-", "adam", "--show", "average", "--epochs", "1")
                        .exit())
                .isZero();
    }

    private static String epochs(Invocation train) {
        return train.out().substring(train.out().indexOf("epoch "), train.out().indexOf("\nCompiled"));
    }
}

package org.descant.proof.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.report.Check;
import org.descant.harness.report.Report;
import org.descant.harness.report.ReportRow;
import org.descant.harness.report.TextReport;
import org.descant.harness.report.Verdict;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
    private static final String ADAM = """
            optimizer MyAdam(w, g) {
              hyper lr           = 1e-3  in [0, inf)
              hyper beta1        = 0.9   in [0, 1)
              hyper beta2        = 0.999 in [0, 1)
              hyper eps          = 1e-8  in [0, inf)
              hyper weight_decay = 0     in [0, inf)
              option maximize = false
              state m = 0
              state v = 0
              h    = (if maximize then -g else g) + weight_decay * w[t-1]
              m[t] = beta1 * m[t-1] + (1 - beta1) * h
              v[t] = beta2 * v[t-1] + (1 - beta2) * h^2
              w[t] = w[t-1] - lr * (m[t] / (1 - beta1^t)) / (sqrt(v[t] / (1 - beta2^t)) + eps)
            }
            """;

    @Test
    void rightRule_isGoodInAllChecks() {
        ReportRow row = row(ADAM, new Validator());

        assertThat(row.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(row.checks())
                .extracting(Check::name)
                .containsExactly("double", "float", "janino, float", "janino, double", "javac, float", "javac, double");
        assertThat(row.tolerance()).isEqualTo(1e-12);
    }

    @Test
    void wrongRule_isToldTheChangeThatReproducesTheRecording() {
        ReportRow row = row(
                ADAM.replace("(sqrt(v[t] / (1 - beta2^t)) + eps)", "sqrt(v[t] / (1 - beta2^t) + eps)"),
                new Validator(List.of()));

        assertThat(row.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(row.checks().get(0).message()).isEqualTo("""
                        the recording is reproduced with this change:
                          - w[t] = w[t-1] - lr * (m[t] / (1 - beta1^t)) / sqrt(v[t] / (1 - beta2^t) + eps)
                          + w[t] = w[t-1] - lr * (m[t] / (1 - beta1^t)) / (sqrt(v[t] / (1 - beta2^t)) + eps)""");
        assertThat(TextReport.of(new Report("MyAdam", List.of(row))))
                .contains("the recording is reproduced with this change:\n    - w[t] = ");
    }

    @Test
    void ruleThatIsWrongInTwoPlaces_isToldWhereItParts_only() {
        ReportRow row = row(ADAM.replace("h^2", "abs(h)").replace("beta1^t", "beta2^t"), new Validator(List.of()));

        assertThat(row.checks().get(0).message()).isEmpty();
        assertThat(row.checks()
                        .get(0)
                        .result()
                        .orElseThrow()
                        .parting()
                        .orElseThrow()
                        .first()
                        .quantity())
                .isEqualTo("v");
    }

    @Test
    void boundInFloat_isThatOfRounding_andNotOfMistakes() {
        FloatAllowance allowance = FloatAllowance.of(rule(ADAM).system(), Recordings.trajectory("seed000-adam"));

        assertThat(allowance.open()).isZero();
        assertThat(allowance.of("w", "layer1.bias", 2, 0)).isBetween(1e-12, 1e-6);
        assertThat(allowance.of("v", "layer1.bias", 3, 0)).isBetween(1e-16, 1e-6);
        assertThat(allowance.of("unknown", "layer1.bias", 3, 0)).isInfinite();
        assertThat(row(ADAM.replace("h^2", "abs(h)"), new Validator(List.of())).checks())
                .extracting(Check::verdict)
                .containsExactly(Verdict.DIFFERS, Verdict.DIFFERS);
    }

    @Test
    void valueOutOfItsRange_isAFailure() {
        ReportRow row = new Validator(List.of())
                .recorded(
                        "MyAdam",
                        RecordedRun.of(rule(ADAM), Recordings.trajectory("seed000-adam"), Map.of("beta1", "7")));

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.checks().get(0).message()).isEqualTo("'beta1' must lie in [0, 1), and 7 does not");
    }

    @Test
    void ruleThatTakesSeveralGradients_isGivenThem() {
        ReportRow row = new Validator(List.of(BackEnd.JANINO))
                .alone(
                        "Twice",
                        rule(
                                "optimizer Twice(w) {\n  g = grad(w[t-1])\n  h = grad(w[t-1] - g)\n  w[t] = w[t-1] - h * loss\n}\n"));

        assertThat(row.verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void ruleThatTakesAGradientInSomeSteps_isGoodOnAllBackEnds() {
        ReportRow behind = new Validator().alone("Rare", rule("""
                        optimizer Rare(w, g) {
                          hyper lr = 0.05 in [0, inf)
                          h = grad(w[t-1] + g) when mod(t, 3) == 1
                          w[t] = w[t-1] - lr * h
                        }
                        """));
        ReportRow alone = new Validator().alone("Lone", rule("""
                        optimizer Lone(w) {
                          h = grad(w[t-1] + 1) when mod(t, 3) == 2
                          k = grad(w[t-1] - 1) when mod(t, 2) == 0
                          w[t] = w[t-1] - 0.1 * h - 0.01 * k
                        }
                        """));

        assertThat(behind.checks()).hasSize(4).allMatch(check -> check.verdict() == Verdict.GOOD);
        assertThat(alone.checks()).hasSize(4).allMatch(check -> check.verdict() == Verdict.GOOD);
    }

    @Test
    void ruleThatTakesAGradientInSomeSteps_isRefusedByARecordingWithOneInEach() {
        ReportRow row = new Validator(List.of())
                .recorded("Rare", RecordedRun.of(rule("""
                                        optimizer Rare(w) {
                                          hyper lr = 0.1
                                          hyper beta1 = 0
                                          hyper beta2 = 0
                                          hyper eps = 0
                                          g = grad(w[t-1]) when mod(t, 2) == 1
                                          w[t] = w[t-1] - lr * g
                                        }
                                        """), Recordings.trajectory("seed000-adam"), Map.of()));

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.checks().get(0).message())
                .isEqualTo("the step asked for 0 of 1 evaluations: "
                        + "this optimizer is of another kind than the one that the run was made with");
    }

    @Test
    void ruleWithoutAGradient_isGoodOnAllBackEnds_alsoOnARecording() {
        TestedRule decay = rule("""
                optimizer Decay(w) {
                  hyper lr = 0.1
                  hyper beta1 = 0
                  hyper beta2 = 0
                  hyper eps = 0
                  w[t] = w[t-1] * (1 - lr)
                }
                """);

        ReportRow row = new Validator().alone("Decay", decay);
        ReportRow recorded = new Validator()
                .recorded("Decay", RecordedRun.of(decay, Recordings.trajectory("seed000-adam"), Map.of()));

        assertThat(row.checks()).hasSize(4).allMatch(check -> check.verdict() == Verdict.GOOD);
        assertThat(recorded.checks())
                .extracting(Check::verdict)
                .containsExactly(
                        Verdict.DIFFERS, Verdict.DIFFERS, Verdict.GOOD, Verdict.GOOD, Verdict.GOOD, Verdict.GOOD);
    }

    @Test
    void ruleThatTakesInputs_isGivenThem() {
        ReportRow row = new Validator(List.of(BackEnd.JANINO)).alone("Scaled", rule("""
                        optimizer Scaled(w, g) {
                          input metric per model
                          input trust per tensor
                          input block per matrix
                          input r per row
                          input c per col
                          input h
                          w[t] = w[t-1] - metric * trust * block * r * c * h * g
                        }
                        """));

        assertThat(row.verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void ruleThatCannotBeGenerated_isInterpretedOnly() {
        String pasts = IntStream.rangeClosed(1, 260)
                .mapToObj(age -> " - g[t-" + age + "]")
                .collect(Collectors.joining());
        ReportRow row = new Validator(List.of(BackEnd.JANINO))
                .alone("Long", rule("optimizer Long(w, g) {\n  w[t] = w[t-1]" + pasts + "\n}\n"));

        assertThat(row.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(row.checks().get(0).message()).isEqualTo("interpreter only");
    }

    @Test
    void rulesOfOneName_areToldApartByTheirFiles() {
        Validation validation = new Validation(new Validator());
        TestedRule mine = TestedRule.of(Descant.compiler(), new SourceText("mine.opt", ADAM));
        TestedRule other = TestedRule.of(Descant.compiler(), new SourceText("other.opt", ADAM));
        validation.recorded("MyAdam", mine, Recordings.trajectory("seed000-adam"), Map.of());
        validation.alone("MyAdam", other);
        validation.against("MyAdam", mine, "MyAdam", other);

        Report report = validation.run("x", (task, done, all) -> {});

        assertThat(report.rows())
                .extracting(ReportRow::rule)
                .containsExactly("MyAdam (mine.opt)", "MyAdam (other.opt)", "MyAdam (mine.opt)");
        assertThat(report.rows().get(2).against()).isEqualTo("MyAdam (other.opt)");
        assertThat(report.isGood()).isTrue();
    }

    @Test
    void rowOfATable_thatNamesAFile_isCalledAfterItsRule(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("my-adam.opt"), ADAM);
        Path table = Files.writeString(folder.resolve("recordings.txt"), "seed000-adam: my-adam.opt\n");

        Report report = new Validation(new Validator(List.of()))
                .table(RecordedRuns.of(table))
                .run("x", (task, done, all) -> {});

        assertThat(report.rows()).extracting(ReportRow::rule).containsExactly("MyAdam");
    }

    @Test
    void rows_standInTheOrderInWhichTheyWereAdded() {
        Validation validation = new Validation(new Validator(List.of()));
        for (String name : List.of("seed000-adam", "seed001-adam", "seed004-adam")) {
            validation.recorded("MyAdam", rule(ADAM), Recordings.trajectory(name), Map.of());
        }

        assertThat(validation.rules()).containsExactly("MyAdam");
        assertThat(validation
                        .run("x", (task, done, all) -> assertThat(all).isEqualTo(3))
                        .rows())
                .extracting(ReportRow::against)
                .containsExactly("seed000-adam", "seed001-adam", "seed004-adam");
    }

    private static ReportRow row(String text, Validator validator) {
        return validator.recorded(
                "MyAdam", RecordedRun.of(rule(text), Recordings.trajectory("seed000-adam"), Map.of()));
    }

    private static TestedRule rule(String text) {
        return TestedRule.of(Descant.compiler(), new SourceText("test.opt", text));
    }
}

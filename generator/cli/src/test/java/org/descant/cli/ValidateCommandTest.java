package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private static final String WRONG = """
            optimizer Plain(w, g) {
              hyper lr           = 0.1 in [0, inf)
              hyper weight_decay = 0   in [0, inf)
              option maximize = false
              h    = (if maximize then -g else g) + weight_decay * w[t-1]
              w[t] = w[t-1] + lr * h
            }
            """;

    private final Path folder;
    private final String wrong;

    ValidateCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.wrong = Files.writeString(folder.resolve("wrong.opt"), WRONG).toString();
    }

    @Test
    void ruleOfTheLibrary_isHeldAgainstItsRecordedRuns() {
        assertThat(Invocation.of("validate", "lion")).isEqualTo(new Invocation(0, """
                        rule  against     largest error  tolerance    float  back ends
                        Lion  lion-optax        3.6e-15    1.0e-12  3.5e-07  same bits  good
                        Lion  lion-timm         3.6e-16    1.0e-12  5.3e-07  same bits  good

                        Lion: 2 good
                        """, ""));
    }

    @Test
    void wrongRule_isToldWhereItParts_andEndsWithOne() {
        Invocation validate = Invocation.of("validate", wrong, "--oracle", "seed000-sgd");

        assertThat(validate.exit()).isEqualTo(1);
        assertThat(validate.out())
                .contains("Plain against seed000-sgd, double: differs")
                .contains("step 1, tensor layer1.weight, element [0, 0]: w parts first, in 14 of 15 places")
                .contains("it looks as if every element of w moves by -1 times the expected distance")
                .contains("expected of torch 2.13.0 torch.optim.SGD(P, lr=0.05)\n    w = w - lr*g")
                .endsWith("Plain: 1 differs\n");
    }

    @Test
    void option_onTheCommandLine_takesThePlaceOfTheRecordedOne() {
        assertThat(Invocation.of("validate", wrong, "--oracle", "seed000-sgd", "--option", "maximize=true")
                        .exit())
                .isZero();
        assertThat(Invocation.of("validate", wrong, "--oracle", "seed000-sgd", "--set", "lr=-0.05")
                        .out())
                .contains("lr");
    }

    @Test
    void recording_inAFile_isRead() throws IOException {
        Path file = folder.resolve("mine.json");
        try (var stream = getClass().getResourceAsStream("/META-INF/descant/recordings/seed000-sgd.json")) {
            Files.copy(stream, file);
        }

        assertThat(Invocation.of("validate", "sgd", "--oracle", file.toString()).out())
                .endsWith("SGD: 1 good\n");
    }

    @Test
    void rule_withoutARecordedRun_isHeldAgainstItself() {
        assertThat(Invocation.of("validate", wrong)).isEqualTo(new Invocation(0, """
                        rule   against  largest error  tolerance  float  back ends
                        Plain  itself                                    same bits  good

                        Plain: no recorded run to hold it against, so this says that interpreter and generated classes agree, and not that the equations are right

                        Plain: 1 good
                        """, ""));
    }

    @Test
    void scheduleOfThePrelude_isHeldAgainstItsRecording_asTheTableSetsIt() {
        String good = """
                rule              against                 largest error  tolerance  float  back ends
                cosine_annealing  schedules/cosine-torch        1.1e-15    1.0e-12         same bits  good

                cosine_annealing: 1 good
                """;

        assertThat(Invocation.of("validate", "cosine_annealing")).isEqualTo(new Invocation(0, good, ""));
        assertThat(Invocation.of("validate", "cosine_annealing", "--oracle", "schedules/cosine-torch"))
                .isEqualTo(new Invocation(0, good, ""));
        assertThat(Invocation.of("validate", "cosine_annealing", "--oracle", "cosine-torch", "--set", "total=26")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void schedule_thatIsWrong_isToldWhereAndWhatToChange() throws IOException {
        String mine = schedules();

        assertThat(Invocation.of(
                        "validate",
                        mine + ":mine",
                        "--oracle",
                        "cosine-torch",
                        "--set",
                        "steps=T",
                        "--set",
                        "low=eta_min"))
                .isEqualTo(new Invocation(1, """
                        rule  against                 largest error  tolerance  float  back ends
                        mine  schedules/cosine-torch        6.4e-01    1.0e-12         same bits  differs

                        mine against schedules/cosine-torch, double: differs
                          the recording is reproduced with this change:
                            - return low + (base - low) * (1 + sin(pi * k / steps)) / 2
                            + return low + (base - low) * (1 + cos(pi * k / steps)) / 2

                          step 1: mine parts first

                          expected  0.1                  0x1.999999999999ap-4  0x3fb999999999999a
                          came      0.05500000000000001  0x1.c28f5c28f5c2ap-5  0x3fac28f5c28f5c2a
                          error     4.5e-02 absolute, 4.5e-01 relative, 3.8e+15 ulps; allowed is 1.0e-13 absolute

                          parts     mine (4.5e-01 relative)
                          given     base = 0.1   steps = 25.0   low = 0.01
                          computed  mine.k = 0.0   mine = 0.05500000000000001

                          expected of torch 2.13.0 torch.optim.lr_scheduler.CosineAnnealingLR(O, T_max=25, eta_min=0.01)
                            n = t - 1
                            lr = eta_min + (base - eta_min)*(1 + cos(pi*n/T))/2

                        mine: 1 differs
                        """, ""));
        assertThat(Invocation.of("validate", mine + ":mine", "--oracle", "cosine-torch")
                        .out())
                .contains("  arguments of the recording that no parameter has: T, eta_min;"
                        + " --set PARAMETER=ARGUMENT gives one to a parameter of another name\n");
    }

    @Test
    void schedulesAndOptimizersOfOneFile_areHeldAgainstRecordingsOfTheirKind() throws IOException {
        String mine = schedules();

        assertThat(Invocation.of("validate", mine, "--oracle", "sgd-optax").out())
                .endsWith("Plain: 1 good\n");
        assertThat(Invocation.of("validate", mine).out())
                .contains("\nneed   itself                                    same bits  good\n")
                .endsWith("Plain, mine, need: 3 good\n");
    }

    @Test
    void recording_ofAnotherKind_isAWrongCall() throws IOException {
        assertThat(Invocation.of("validate", "sgd", "--oracle", "schedules/cosine-torch"))
                .isEqualTo(new Invocation(2, "", """
                        descant: cosine-torch is a recorded schedule, and SGD is an optimizer: hold it against a recorded run, such as seed000-adam
                        """));
        assertThat(Invocation.of("validate", "cosine", "--oracle", "seed000-adam"))
                .isEqualTo(new Invocation(2, "", """
                        descant: seed000-adam is the recorded run of an optimizer, and cosine is a schedule: hold it against a recorded schedule, such as schedules/cosine-torch
                        """));
        assertThat(Invocation.of("validate", "cosine", "--against", "adam")).isEqualTo(new Invocation(2, "", """
                        descant: --against is for optimizers, and cosine is a schedule: hold it against a recorded one with --oracle
                        """));
    }

    @Test
    void parameter_thatNobodySets_isAWrongCall() throws IOException {
        String mine = schedules();

        assertThat(Invocation.of("validate", mine + ":need", "--oracle", "cosine-torch"))
                .isEqualTo(new Invocation(2, "", """
                        descant: the parameter total of the schedule need has no default, and the recording cosine-torch sets nothing of that name: set it
                          the recording: base = 0.1, T = 25.0, eta_min = 0.01
                        """));
        assertThat(Invocation.of("validate", mine + ":need", "--oracle", "cosine-torch", "--set", "length=T"))
                .isEqualTo(new Invocation(
                        2, "", "descant: the schedule need has no parameter 'length'; it has base, total\n"));
        assertThat(Invocation.of("validate", mine + ":need", "--oracle", "cosine-torch", "--set", "total=steps"))
                .isEqualTo(new Invocation(
                        2,
                        "",
                        "descant: the recorded schedule cosine-torch has no argument 'steps' that is a number;"
                                + " it has base, T, eta_min\n"));
    }

    private String schedules() throws IOException {
        return Files.writeString(folder.resolve("mine.opt"), """
                        schedule mine(k, base = 0.1, steps = 100, low = 0) =
                          low + (base - low) * (1 + sin(pi * k / steps)) / 2

                        schedule need(k, base, total) = base * (1 - k / total)

                        """ + WRONG.replace("+ lr", "- lr"))
                .toString();
    }

    @Test
    void hyperparameters_thatNoRunTellsApart_areNamed() {
        assertThat(Invocation.of("validate", "tiger").out()).endsWith("""

                        Tiger: no run here tells lr from weight_decay, which are the same in each: a mix-up would not show

                        Tiger: 1 good
                        """);
    }

    @Test
    void mutants_areCountedAndShownWhereTheySurvive() {
        assertThat(Invocation.of("validate", "tiger", "--mutants").out()).endsWith("""

                        Tiger: 46 of 49 mutants caught; these compute the same, or what it takes is in no run:
                        hyperparameter replaced
                        - w[t] = w[t-1] * (1 - lr * weight_decay) - lr * sign(m[t])
                        + w[t] = w[t-1] * (1 - weight_decay * weight_decay) - lr * sign(m[t])
                        hyperparameter replaced
                        - w[t] = w[t-1] * (1 - lr * weight_decay) - lr * sign(m[t])
                        + w[t] = w[t-1] * (1 - lr * lr) - lr * sign(m[t])
                        hyperparameter replaced
                        - w[t] = w[t-1] * (1 - lr * weight_decay) - lr * sign(m[t])
                        + w[t] = w[t-1] * (1 - lr * weight_decay) - weight_decay * sign(m[t])
                        """);
        assertThat(Invocation.of("validate", "signsgd", "--mutants").out())
                .endsWith("\n\nSignSGD: 12 of 12 mutants caught\n");
        assertThat(Invocation.of("validate", "--mutants"))
                .isEqualTo(new Invocation(2, "", "descant: --mutants needs a RULE, and is not for --json\n"));
    }

    @Test
    void mutants_ofARuleWithoutARecordedRun_areNotMade() {
        assertThat(Invocation.of("validate", wrong, "--mutants").out())
                .endsWith("\n\nPlain: no mutants, since there is no recorded run; name one with --oracle\n");
        assertThat(Invocation.withInput(WRONG, "validate", "-", "--mutants").out())
                .endsWith("\n\nPlain: no mutants, since there is no recorded run; name one with --oracle\n");
    }

    @Test
    void hyperparameter_thatTheRuleLacks_isAWrongCall() throws IOException {
        String bare = Files.writeString(
                        folder.resolve("bare.opt"), "optimizer Bare(w, g) {\n  w[t] = w[t-1] - 0.1 * g\n}\n")
                .toString();

        assertThat(Invocation.of("validate", bare, "--oracle", "sgd-optax")).isEqualTo(new Invocation(2, "", """
                        descant: the recording sgd-optax sets the hyperparameter lr, which Bare does not have
                          hyperparameters of the recording: lr
                          hyperparameters of Bare: none
                        """));
    }

    @Test
    void recording_thatIsNotThere_isAWrongCall() {
        assertThat(Invocation.of("validate", "sgd", "--oracle", "none.json"))
                .isEqualTo(new Invocation(
                        2, "", "descant: none.json: there is no such file: give the path of a recording\n"));
    }

    @Test
    void nameOfARecording_thatIsWrong_isAnsweredWithTheClosest() {
        assertThat(Invocation.of("validate", "adamw", "--oracle", "adamw-torhc"))
                .isEqualTo(new Invocation(
                        2,
                        "",
                        "descant: no recording 'adamw-torhc' comes with Descant; did you mean 'adamw-torch'?\n"));
        assertThat(Invocation.of("validate", "adamw", "--oracle", "nothing-like-it")
                        .err())
                .isEqualTo("descant: no recording 'nothing-like-it' comes with Descant;"
                        + " give the path of a file, or one of those that 'descant validate --list' shows\n");
    }

    @Test
    void recording_thatIsBroken_isAWrongCall_withTheReason() throws IOException {
        String whole = resource("seed000-sgd");
        Path file = folder.resolve("broken.json");

        assertThat(refusal(file, ""))
                .isEqualTo("the file is empty: give a file of the format descant-oracle/1 or descant-schedule/1");
        assertThat(refusal(file, whole.substring(0, 1500)))
                .isEqualTo("18:864: this is not JSON: the text ends too early:"
                        + " give a file of the format descant-oracle/1 or descant-schedule/1");
        assertThat(refusal(file, whole.replace("\"lr\":0.05", "\"lr\":NaN")))
                .isEqualTo("10:18: this is not JSON: NaN is no number of JSON, and a recording has none:"
                        + " give a file of the format descant-oracle/1 or descant-schedule/1");
        assertThat(refusal(file, whole.replace("oracle/1", "oracle/2")))
                .isEqualTo("$.format: there is no format 'descant-oracle/2':"
                        + " give a file of the format descant-oracle/1 or descant-schedule/1");
        assertThat(Invocation.of("validate", "sgd", "--oracle", " "))
                .isEqualTo(new Invocation(2, "", "descant: --oracle takes the name of a recording or of a file\n"));
    }

    @Test
    void hyperparameter_thatTheRecordingLeavesOut_isNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("without.json"), resource("seed000-sgd").replace("\"lr\":0.05", ""));

        assertThat(Invocation.of("validate", wrong, "--oracle", file.toString()).out())
                .contains("""
                        Plain against without, double: differs
                          not set by the recording, and so at the default of the rule: lr = 0.1

                        """);
    }

    @Test
    void setting_ofWhatIsNotThere_isAWrongCall() {
        assertThat(Invocation.of("validate", "sgd", "--oracle", "seed000-sgd", "--set", "lrr=0.1"))
                .isEqualTo(new Invocation(2, "", """
                        descant: lrr = 0.1: SGD has no hyperparameter or option 'lrr'; it has lr, weight_decay, maximize
                        """));
        assertThat(Invocation.of("validate", "sgd", "--oracle", "seed000-sgd", "--option", "nesterov=true"))
                .isEqualTo(new Invocation(2, "", """
                        descant: nesterov = true: SGD has no hyperparameter or option 'nesterov'; it has lr, weight_decay, maximize
                        """));
        assertThat(Invocation.of("validate", "sgd", "--oracle", "seed000-sgd", "--set", "lr=alpha"))
                .isEqualTo(new Invocation(2, "", """
                        descant: lr = alpha: 'alpha' is neither a value nor a name of the recording seed000-sgd, which has lr, maximize
                        """));
    }

    private String refusal(Path file, String text) throws IOException {
        Invocation refused = Invocation.of(
                "validate", "sgd", "--oracle", Files.writeString(file, text).toString());
        assertThat(refused.exit()).isEqualTo(2);
        return refused.err().strip().replaceFirst("descant: .*broken\\.json: ?", "");
    }

    private static String resource(String recording) throws IOException {
        String file = "/META-INF/descant/recordings/" + recording + ".json";
        try (var stream = ValidateCommandTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void settings_withoutARecordedRun_areAWrongCall() {
        assertThat(Invocation.of("validate", "sgd", "--set", "lr=1"))
                .isEqualTo(new Invocation(
                        2,
                        "",
                        "descant: --set and --option change what a recorded run sets: name the run with --oracle\n"));
        assertThat(Invocation.of("validate", "--oracle", "sgd-optax"))
                .isEqualTo(new Invocation(
                        2, "", "descant: --oracle, --against, --set and --option need a RULE that they are for\n"));
    }

    @Test
    void twoRules_areToldApart_orNot() {
        Invocation same = Invocation.of("validate", "SGDNesterov", "--against", "SGDNesterov");
        Invocation different = Invocation.of("validate", "adam", "--against", "AdamEpsInside");

        assertThat(same.exit()).isZero();
        assertThat(same.out()).contains("SGDNesterov and the other SGDNesterov are the same to the last bit");
        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.out()).contains("Adam and AdamEpsInside are different");
    }

    @Test
    void brokenRule_isToldWhatIsWrongWithIt() {
        Invocation validate = Invocation.withInput(WRONG.replace("lr * h", "lr * hh"), "validate", "-");

        assertThat(validate.exit()).isEqualTo(1);
        assertThat(validate.err()).contains("there is no 'hh' in this rule");
    }

    @Test
    void json_isForMachines_andHtmlIsAPage() throws IOException {
        Path page = folder.resolve("report.html");
        Invocation validate =
                Invocation.of("validate", wrong, "--oracle", "seed000-sgd", "--json", "--html", page.toString());

        assertThat(new ObjectMapper()
                        .readTree(validate.out())
                        .at("/rows/0/checks/0/parting/step")
                        .intValue())
                .isEqualTo(1);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("<h1>Plain</h1>");
    }

    @Test
    void terminal_isToldHowFarItIs_andThenWiped() {
        assertThat(Invocation.onTerminal("validate", "lion").err())
                .contains("0 of 2  Lion  lion-")
                .endsWith("\r\u001b[K");
    }

    @Test
    void library_isGood_whollyAndInEveryRun() {
        Invocation validate = Invocation.of("validate");

        assertThat(validate.exit()).isZero();
        assertThat(validate.out()).containsPattern("\nthe library: [0-9]+ good, [0-9]+ skipped\n$");
        assertThat(validate.out().lines().filter(line -> line.contains("schedules/")))
                .hasSize(31);
    }
}

package org.descant.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ScheduleParameter;
import org.descant.runtime.SettableSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledScheduleTest {
    private static final String RAMP = "schedule ramp(k, base, warmup = 4) = base * min(1, (k + 1) / warmup)\n";

    @Test
    void text_becomesASchedule() {
        SettableSchedule ramp = Descant.compiler().compileSchedule(RAMP).create(Map.of("base", 2));
        assertThat(ramp.value(0)).isEqualTo(0.5);
        assertThat(ramp.value(2)).isEqualTo(1.5);
        assertThat(ramp.value(100)).isEqualTo(2);
        ramp.set("warmup", 1);
        assertThat(ramp.value(0)).isEqualTo(2);
    }

    @Test
    void schedule_drivesAHyperparameter() {
        double[] w = {1};
        Optimizer sgd = Descant.compile("optimizer SGD(w, g) { hyper lr = 1 in [0, inf) w[t] = w[t-1] - lr * g }")
                .create(Parameters.builder().tensor("w", w, new double[] {1}, 1).build());
        sgd.schedule("lr", Descant.compiler().compileSchedule(RAMP).create(Map.of("base", 1)));
        sgd.step();
        assertThat(w[0]).isEqualTo(0.75);
        sgd.step();
        assertThat(w[0]).isEqualTo(0.25);
    }

    @Test
    void scheduleOfThePrelude_isThereByItsName() {
        CompiledSchedule cosine = Descant.schedule("cosine");
        assertThat(cosine.description().name()).isEqualTo("cosine");
        assertThat(cosine.description().source()).isEqualTo("prelude.opt");
        assertThat(cosine.description().parameters())
                .extracting(ScheduleParameter::name)
                .containsExactly("base", "total", "end", "power");
        SettableSchedule half = cosine.create(Map.of("base", 1, "total", 10));
        assertThat(half.value(0)).isEqualTo(1);
        assertThat(half.value(10)).isEqualTo(0);
        assertThat(Descant.schedules()).contains("constant", "warmup_cosine");
    }

    @Test
    void unknownSchedule_isSuggested() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.schedule("cosin"))
                .withMessage("there is no schedule 'cosin'; did you mean 'cosine'?");
    }

    @Test
    void scheduleLikeNone_isToldThoseThereAre() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.schedule("foo"))
                .withMessage("there is no schedule 'foo'; there are " + String.join(", ", Descant.schedules()));
    }

    @Test
    void parameterWithoutDefault_mustBeSet() {
        SettableSchedule ramp = Descant.compiler().compileSchedule(RAMP).create();
        assertThatIllegalStateException()
                .isThrownBy(() -> ramp.value(0))
                .withMessage("ramp: base has no default: set it before the schedule is used");
    }

    @Test
    void wrongValues_areRefused() {
        CompiledSchedule ramp = Descant.compiler().compileSchedule(RAMP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ramp.create(Map.of("bse", 1)))
                .withMessage("ramp has no parameter 'bse'; it has base, warmup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ramp.create().set("base", Double.NaN))
                .withMessage("ramp: base = NaN is not a number");
    }

    @Test
    void secondCompilation_isFoundInTheCache() {
        CompiledSchedule first = Descant.compiler().compileSchedule(RAMP);
        assertThat(Descant.compiler().compileSchedule(RAMP).type()).isSameAs(first.type());
        assertThat(Descant.compiler().compileSchedule(RAMP, "ramp").create(Map.of("base", 1)))
                .isNotNull();
    }

    @Test
    void file_canHoldRulesAndSchedules(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("both.opt"),
                RAMP + "optimizer Ramped(w, g) { w[t] = w[t-1] - ramp(t - 1, base: 0.5) * g }\n");
        double[] w = {1};
        Descant.compile(file)
                .create(Parameters.builder().tensor("w", w, new double[] {1}, 1).build())
                .step();
        assertThat(w[0]).isEqualTo(0.875);
        SettableSchedule ramp = Descant.compiler().compileSchedule(file).create(new HashMap<>(Map.of("base", 0.5)));
        assertThat(ramp.value(0)).isEqualTo(0.125);
    }

    @Test
    void fileOfSeveralSchedules_mustBeToldWhich() {
        String two = RAMP + "schedule flat(k, base = 1) = base\n";
        assertThat(Descant.compiler().compileSchedule(two, "flat").create().value(7))
                .isEqualTo(1);
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compiler().compileSchedule(two))
                .withMessage("""
                        <text>:2:10: error: this file defines the schedules 'ramp', 'flat'
                            schedule flat(k, base = 1) = base
                                     ^^^^
                          = say which of them is meant: schedule("flat") of the compiler in Java, :flat behind the file's name on the command line
                        """);
    }

    @Test
    void fileWithoutSchedule_isTold() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compiler().compileSchedule("optimizer A(w, g) { w[t] = w[t-1] - g }"))
                .withMessageContaining("error: this file defines no schedule")
                .withMessageContaining("  = write one: schedule ramp(k, base = 0.1) = base * min(1, (k + 1) / 100)");
    }

    @Test
    void wrongSchedule_isRefusedOnce() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compiler().compileSchedule("schedule ramp(k, base = 1) = bse * k"))
                .withMessage("""
                        <text>:1:30: error: there is no 'bse' in this schedule
                            schedule ramp(k, base = 1) = bse * k
                                                         ^^^
                          = did you mean 'base'?
                        """);
    }
}

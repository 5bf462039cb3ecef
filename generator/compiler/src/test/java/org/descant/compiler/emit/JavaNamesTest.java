package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "lr, lr",
        "weight_decay, weightDecay",
        "inner.m, innerM",
        "g[t-2], gLag2",
        "w[0], w0",
        "total#2.a, total2A",
        "x.t, xT",
        "A, A",
        "_, x",
        "_1, x1",
        "beta1_2, beta12",
    })
    void camel_isAsJavaWritesIt(String name, String expected) {
        assertThat(JavaNames.camel(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "lr, LR",
        "weight_decay, WEIGHT_DECAY",
        "inner.lr, INNER_LR",
        "w[0], W_0",
        "beta1, BETA1",
        "_, X",
        "_1, X1"
    })
    void constant_isAsJavaWritesIt(String name, String expected) {
        assertThat(JavaNames.constant(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "adam_w, adamW",
        "class, ClassRule",
        "Override, OverrideRule",
        "Math, MathRule",
        "StateShape, StateShapeRule",
        "java, JavaRule",
        "NumericRule, NumericRule"
    })
    void type_hidesNoTypeThatGeneratedCodeSpeaksOf(String rule, String expected) {
        assertThat(JavaNames.type(rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cosine, Cosine",
        "warmup_cosine, WarmupCosine",
        "step, StepSchedule",
        "object, ObjectSchedule",
        "settable_schedule, SettableScheduleSchedule",
        "class, Class",
        "_1, X1"
    })
    void scheduleType_beginsWithACapitalAndHidesNothing(String schedule, String expected) {
        assertThat(JavaNames.scheduleType(schedule)).isEqualTo(expected);
    }

    @Test
    void names_thatMeet_getNumbers() {
        JavaNames names = new JavaNames(Set.of("i"));
        assertThat(names.give("first", "beta1")).isEqualTo("beta1");
        assertThat(names.give("second", "beta1")).isEqualTo("beta1_2");
        assertThat(names.give("third", "i")).isEqualTo("i2");
        assertThat(names.of("second")).isEqualTo("beta1_2");
    }

    @ParameterizedTest
    @CsvSource({
        "class, classValue",
        "true, trueValue",
        "_, _Value",
        "Math, Math2",
        "org, org2",
        "var, varValue",
        "yield, yieldValue"
    })
    void words_thatJavaKeeps_areSpelledOtherwise(String name, String expected) {
        assertThat(new JavaNames(Set.of()).fresh(name)).isEqualTo(expected);
    }
}

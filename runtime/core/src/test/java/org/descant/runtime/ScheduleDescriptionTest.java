package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScheduleDescriptionTest {
    private static final ScheduleDescription RAMP = ScheduleDescription.builder("ramp")
            .parameter("base", Range.closedOpen(0, 1))
            .parameter("warm_up", 100, Range.all())
            .build();

    @Test
    void parameter_isFoundByItsName() {
        assertThat(RAMP.parameter("warm_up"))
                .isEqualTo(new ScheduleParameter("warm_up", OptionalDouble.of(100), Range.all()));
        assertThat(RAMP.parameter("base").defaultValue()).isEmpty();
    }

    @Test
    void unknownParameter_isRefused() {
        assertThatThrownBy(() -> RAMP.checked("warmup", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ramp has no parameter 'warmup'; it has base, warm_up");
        ScheduleDescription none = ScheduleDescription.builder("none").build();
        assertThatThrownBy(() -> none.parameter("base"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("none has no parameter 'base'; it has none");
    }

    @Test
    void valueOutOfRange_isRefused() {
        assertThat(RAMP.checked("base", 0.5)).isEqualTo(0.5);
        assertThatThrownBy(() -> RAMP.checked("base", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ramp: base = 1.0 is not in [0, 1)");
        assertThatThrownBy(() -> RAMP.checked("warm_up", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ramp: warm_up = NaN is not a number");
    }

    @Test
    void parameterThatWasNotSet_isMissed() {
        RAMP.checkSet("base", 0);
        assertThatThrownBy(() -> RAMP.checkSet("base", Double.NaN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ramp: base has no default: set it before the schedule is used");
    }

    @Test
    void otherNumericDefinitions_areRefused() {
        RAMP.checkNumericVersion();
        ScheduleDescription old = ScheduleDescription.builder("ramp")
                .numericVersion(Numeric.VERSION - 1)
                .build();
        assertThatThrownBy(old::checkNumericVersion)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ramp was generated for version " + (Numeric.VERSION - 1)
                        + " of the numeric definitions, and this runtime has version " + Numeric.VERSION
                        + ": generate it again");
    }

    @Test
    void wrongDescriptions_areRefused() {
        assertThatThrownBy(() -> ScheduleDescription.builder("ramp")
                        .parameter("base", 2, Range.closed(0, 1))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the default of base is 2.0, which is not in [0, 1]");
        assertThatThrownBy(() -> ScheduleDescription.builder("ramp")
                        .parameter("base", 1, Range.all())
                        .parameter("base", Range.all())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ramp has two parameters 'base'");
    }
}

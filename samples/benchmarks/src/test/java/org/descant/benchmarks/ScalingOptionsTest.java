package org.descant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingOptionsTest {
    @Test
    void options_areRead() {
        assertThat(ScalingOptions.of(List.of())).isEqualTo(new ScalingOptions(2, 0, Integer.MAX_VALUE, 0));
        assertThat(ScalingOptions.of(List.of("--most", "1000", "--threads", "4", "--pause", "50", "--least", "10")))
                .isEqualTo(new ScalingOptions(4, 10, 1000, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads", "--treads 2", "--most many", "--least 1 --most"})
    void whatIsNone_isRefused(String call) {
        assertThatThrownBy(() -> ScalingOptions.of(List.of(call.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The measurement takes '--threads N', '--least N', '--most N' and '--pause MICROS', not "
                        + call.replace("--least 1 ", ""));
    }
}

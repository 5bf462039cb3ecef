package org.descant.harness.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private static final Trajectory RUN = new Trajectory(
            "run",
            "",
            "",
            "",
            "",
            1e-12,
            Map.of(),
            Map.of("amsgrad", "true", "maximize", "false", "nesterov", "false"),
            List.of(),
            List.of());

    @Test
    void options_thatAreNotTaken_areLeftOutWhereTheRuleLacksThem() {
        assertThat(RUN.forOptions(List.of("nesterov")).options())
                .isEqualTo(Map.of("amsgrad", "true", "nesterov", "false"));
    }
}

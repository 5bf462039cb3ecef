package org.descant.harness.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlikeHypersTest {
    @Test
    void hypers_thatAreTheSameInEveryStep_areGrouped() {
        assertThat(AlikeHypers.of(Recordings.trajectory("adabound-authors"), Map.of()))
                .containsExactly(List.of("lr", "weight_decay"), List.of("final_lr", "gamma"));
        assertThat(AlikeHypers.of(Recordings.trajectory("adamw-torch"), Map.of()))
                .isEmpty();
    }

    @Test
    void hyper_thatLeavesTheOtherInSomeStep_isToldFromIt() {
        Trajectory changing = Recordings.trajectory("adamc-timm");

        assertThat(changing.hypers()).containsEntry("lr", 0.1).containsEntry("lr_max", 0.1);
        assertThat(AlikeHypers.of(changing, Map.of())).isEmpty();
    }

    @Test
    void hyper_thatTheRunDoesNotSet_countsWithItsDefault_unlessItIsZero() {
        Map<String, Double> defaults = new LinkedHashMap<>();
        defaults.put("beta2", 0.5);
        defaults.put("nu", 0.999);
        defaults.put("weight_decay", 0.0);
        defaults.put("dampening", 0.0);

        assertThat(AlikeHypers.of(Recordings.trajectory("seed000-adam"), defaults))
                .containsExactly(List.of("beta2", "nu"));
    }
}

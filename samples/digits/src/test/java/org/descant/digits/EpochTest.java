package org.descant.digits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochTest {
    @Test
    void nanosPerParameter_isOfOneStep() {
        assertThat(new Epoch(1, 0.5, 0.9, 10, 4_000).nanosPerParameter(100)).isEqualTo(4);
    }
}

package org.descant.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void times_areThoseOfMostMeasurements() {
        Iterator<Double> nanos = List.of(5e9, 1000.0, 1000.0, 0.0, 1000.0).iterator();

        assertThat(Stopwatch.times(nanos::next, 20e6)).isEqualTo(20_000);
    }
}

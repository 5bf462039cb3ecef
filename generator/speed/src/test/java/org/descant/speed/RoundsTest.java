package org.descant.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void rounds_areTakenInTurn_andTheirMediansReported() {
        Iterator<Double> own = List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0).iterator();
        Iterator<Double> other =
                List.of(10.0, 10.0, 10.0, 10.0, 10.0, 90.0, 700.0).iterator();

        // Shares: 1, 1/2, 1/3, 1/4, 1/5, 3/2, 10.
        assertThat(Rounds.of(10, own::next, other::next)).isEqualTo(new Rounds(4, 1, 0.5));
    }
}

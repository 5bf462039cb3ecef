package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurningGradientTest {
    private final float[] floats = {1, -2};
    private final double[] doubles = {3, -4};
    private final List<Integer> made = new ArrayList<>();
    private final List<Float> seen = new ArrayList<>();
    private final TurningGradient gradient = new TurningGradient(List.of(floats, doubles));

    private double steps(int count) {
        made.add(count);
        seen.add(floats[0]);
        return count;
    }

    @Test
    void gradients_areTurnedAfterFiftySteps_howeverTheyAreMade() {
        gradient.nanos(20, this::steps);
        gradient.nanos(130, this::steps);
        gradient.nanos(1, this::steps);

        assertThat(made).containsExactly(20, 30, 50, 50, 1);
        assertThat(seen).containsExactly(1f, 1f, -1f, 1f, -1f);
        assertThat(floats).containsExactly(-1, 2);
        assertThat(doubles).containsExactly(-3, 4);
    }

    @Test
    void time_isTheMeanOfAllSteps() {
        assertThat(gradient.nanos(70, this::steps)).isEqualTo((50 * 50 + 20 * 20) / 70.0);
    }
}

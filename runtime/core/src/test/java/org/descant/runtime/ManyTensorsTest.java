package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyTensorsTest {
    private static final int COUNT = 30_000;

    /** A look-up that goes through all names takes minutes here. */
    @Test
    @Timeout(60)
    void names_ofManyTensorsAndGroups_areFoundAtOnce() {
        FlatLayout layout = new FlatLayout();
        for (int i = 0; i < COUNT; i++) {
            layout.group("group" + i % (COUNT / 2)).tensor("tensor" + i, 1);
        }
        Adam adam = new Adam(layout.parameters(new float[COUNT], Numbers.floats(1, COUNT)));
        adam.step();
        Snapshot snapshot = adam.snapshot();
        adam.step();
        adam.restore(snapshot);
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += adam.state("tensor" + i, "m")[0];
            adam.group("group" + i % (COUNT / 2)).set("lr", 0.01);
        }
        assertThat(sum).isFinite();
        assertThat(adam.t()).isEqualTo(1);
    }
}

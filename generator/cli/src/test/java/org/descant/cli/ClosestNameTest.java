package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestNameTest {
    private static final List<String> NAMES = List.of("adam", "adamw", "adamax", "nadam", "lion");

    @Test
    void oneMistake_isForgiven() {
        assertThat(ClosestName.to("liom", NAMES)).contains("lion");
        assertThat(ClosestName.to("lon", NAMES)).contains("lion");
        assertThat(ClosestName.to("lionn", NAMES)).contains("lion");
        assertThat(ClosestName.to("lino", NAMES)).contains("lion");
    }

    @Test
    void nearestName_isTaken() {
        assertThat(ClosestName.to("adamww", NAMES)).contains("adamw");
        assertThat(ClosestName.to("AdaMx", NAMES)).contains("adam");
    }

    @Test
    void otherWord_meansNothing() {
        assertThat(ClosestName.to("sgd", NAMES)).isEmpty();
        assertThat(ClosestName.to("", NAMES)).isEmpty();
    }
}

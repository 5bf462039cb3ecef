package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(8);

    @Test
    void failures_areWaitedOutTwiceAsLongEachTime_upToALimit() {
        assertThat(passed()).isZero();
        for (int expected : new int[] {1, 2, 4, 8, 8}) {
            patience.failed();
            assertThat(passed()).isEqualTo(expected);
        }
    }

    @Test
    void failures_areForgotten_whenItHasPaidSixteenTimesInARow() {
        patience.failed();
        patience.failed();
        for (int i = 0; i < 16; i++) {
            patience.paid();
        }
        passed();
        patience.failed();
        assertThat(passed()).isEqualTo(1);
    }

    /** The offers that are let pass before one is taken. */
    private int passed() {
        int passed = 0;
        while (!patience.takes()) {
            passed++;
        }
        return passed;
    }
}

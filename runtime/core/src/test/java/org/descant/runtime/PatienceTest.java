package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(100, 800);
    private long now = System.nanoTime();

    @Test
    void failures_areWaitedOutTwiceAsLongEachTime_upToALimit() {
        assertThat(waited()).isZero();
        for (int expected : new int[] {100, 200, 400, 800, 800}) {
            patience.failed(now);
            assertThat(waited()).isEqualTo(expected);
        }
    }

    @Test
    void failures_areForgotten_whenItHasPaidSixteenTimesInARow() {
        patience.failed(now);
        patience.failed(now);
        for (int i = 0; i < 16; i++) {
            patience.paid();
        }
        waited();
        patience.failed(now);
        assertThat(waited()).isEqualTo(100);
    }

    private long waited() {
        long start = now;
        while (!patience.isOver(now)) {
            now++;
        }
        return now - start;
    }
}

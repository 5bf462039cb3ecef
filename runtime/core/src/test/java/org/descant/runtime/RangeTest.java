package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RangeTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void contains_ends_followTheBrackets() {
        assertThat(Range.closed(0, 1).contains(0)).isTrue();
        assertThat(Range.closed(0, 1).contains(1)).isTrue();
        assertThat(Range.open(0, 1).contains(0)).isFalse();
        assertThat(Range.open(0, 1).contains(-0.0)).isFalse();
        assertThat(Range.open(0, 1).contains(Double.MIN_VALUE)).isTrue();
        assertThat(Range.open(0, 1).contains(1)).isFalse();
        assertThat(Range.closedOpen(0, 1).contains(-0.0)).isTrue();
        assertThat(Range.closedOpen(0, 1).contains(Math.nextDown(1.0))).isTrue();
        assertThat(Range.closedOpen(0, 1).contains(1)).isFalse();
        assertThat(Range.openClosed(0, 1).contains(0)).isFalse();
        assertThat(Range.openClosed(0, 1).contains(1)).isTrue();
    }

    @Test
    void contains_infinities_onlyWhereAnEndIsClosed() {
        assertThat(Range.closedOpen(0, INF).contains(INF)).isFalse();
        assertThat(Range.closed(0, INF).contains(INF)).isTrue();
        assertThat(Range.all().contains(-INF)).isTrue();
        assertThat(Range.all().contains(Double.NaN)).isFalse();
    }

    @Test
    void toString_isAsARuleWritesIt() {
        assertThat(Range.closedOpen(0, INF)).hasToString("[0, inf)");
        assertThat(Range.openClosed(-INF, 0.5)).hasToString("(-inf, 0.5]");
        assertThat(Range.open(-0.001, 1e12)).hasToString("(-0.001, 1.0E12)");
    }

    @Test
    void constructor_emptyOrNaN_isRefused() {
        assertThatThrownBy(() -> Range.closed(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no range from 1.0 to 0.0");
        assertThatThrownBy(() -> Range.closed(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no range from NaN to 0.0");
    }
}

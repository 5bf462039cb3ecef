package org.descant.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Interval FRACTION = new Interval(0, false, 1, true);

    @Test
    void product_reachesABoundOnlyWhereBothFactorsDo() {
        assertThat(FRACTION.times(FRACTION)).isEqualTo(FRACTION);
        assertThat(Interval.POSITIVE.times(Interval.POSITIVE)).isEqualTo(Interval.POSITIVE);
        assertThat(Interval.NOT_NEGATIVE.times(Interval.POSITIVE)).isEqualTo(Interval.NOT_NEGATIVE);
        assertThat(Interval.closed(-2, 3).times(Interval.closed(-1, 1))).isEqualTo(Interval.closed(-3, 3));
        assertThat(Interval.ALL.times(Interval.closed(0, 0))).isEqualTo(Interval.closed(0, 0));
    }

    @Test
    void oneLessAFraction_isPositive() {
        Interval rest = Interval.closed(1, 1).plus(FRACTION.negate());
        assertThat(rest).isEqualTo(new Interval(0, true, 1, false));
        assertThat(rest.isPositive()).isTrue();
        assertThat(rest.holdsZero()).isFalse();
    }

    @Test
    void quotient_knowsItsSign() {
        assertThat(Interval.closed(1, 2).over(Interval.closed(2, 4))).isEqualTo(Interval.closed(0.25, 1));
        assertThat(Interval.closed(1, 1).over(Interval.POSITIVE)).isEqualTo(Interval.POSITIVE);
        assertThat(Interval.closed(1, 1).over(Interval.closed(-4, -2))).isEqualTo(Interval.closed(-0.5, -0.25));
        assertThat(Interval.closed(1, 1).over(Interval.closed(-1, 1))).isEqualTo(Interval.ALL);
    }

    @Test
    void meetOfWhatHasNothingInCommon_isLeftAlone() {
        assertThat(Interval.closed(0, 1).meet(Interval.closed(2, 3))).isEqualTo(Interval.closed(0, 1));
        assertThat(Interval.closed(0, 2).meet(new Interval(1, true, INF, false)))
                .isEqualTo(new Interval(1, true, 2, false));
    }

    @Test
    void abs_ofWhatHoldsZero_startsAtZero() {
        assertThat(Interval.closed(-3, 2).abs()).isEqualTo(Interval.closed(0, 3));
        assertThat(Interval.closed(-3, -2).abs()).isEqualTo(Interval.closed(2, 3));
    }
}

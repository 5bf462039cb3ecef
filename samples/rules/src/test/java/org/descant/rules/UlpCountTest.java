package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UlpCountTest {
    @Test
    void count_isOfFloats() {
        double next = Math.nextUp(1f);
        double third = 1 + 3 * (double) Math.ulp(1f);

        assertThat(UlpCount.between(new double[] {1, 1, 1}, new double[] {1, next, third}))
                .isEqualTo(new UlpCount(1, 3));
        assertThat(UlpCount.between(new double[] {1, 1}, new double[] {next, third}))
                .isEqualTo(new UlpCount(2, 3));
        assertThat(UlpCount.between(new double[] {0.1, -0.0}, new double[] {0.1f, 0})
                        .isNone())
                .isTrue();
    }

    @Test
    void cells_areMedianAndLargest() {
        assertThat(new UlpCount(0.5, 12_345).cells()).isEqualTo("0.5 | 12,345");
        assertThat(UlpCount.between(new double[] {1}, new double[] {Double.NaN}).cells())
                .endsWith(" | NaN");
    }
}

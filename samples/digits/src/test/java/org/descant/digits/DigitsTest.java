package org.descant.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private final Digits digits = Digits.load();

    @Test
    void load_everyRow_isForTrainingOrTest() {
        assertThat(digits.train().size()).isEqualTo(1438);
        assertThat(digits.test().size()).isEqualTo(359);
        assertThat(digits.train().width()).isEqualTo(Digits.PIXELS);
    }

    @Test
    void load_firstRow_isTheZeroOfTheFile() {
        float[] image = new float[Digits.PIXELS];
        digits.train().copyImage(0, image);

        assertThat(digits.train().label(0)).isZero();
        assertThat(image).startsWith(0f, 0f, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0f, 0f);
    }

    @Test
    void load_fifthRow_isTheFirstForTheTest() {
        assertThat(digits.test().label(0)).isEqualTo(4);
        assertThat(digits.train().label(4)).isEqualTo(5);
    }

    @Test
    void load_test_hasEveryDigit() {
        int[] counts = new int[Digits.CLASSES];
        for (int sample = 0; sample < digits.test().size(); sample++) {
            counts[digits.test().label(sample)]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count >= 20);
    }
}

package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.001, 0.001",
        "0.0001, 0.0001",
        "1e-8, 1e-8",
        "1.25e-7, 1.25e-7",
        "-2.5e-7, -2.5e-7",
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "10000, 10000",
        "1e10, 1e10",
        "0.1, 0.1",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, NaN"
    })
    void number_isAsPeopleWriteIt(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.9722, 97.2 %", "1, 100.0 %", "0, 0.0 %"})
    void share_isInPercent(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }
}

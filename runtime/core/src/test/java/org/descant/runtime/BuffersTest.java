package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuffersTest {
    /** 16 bytes stand before the elements; 512 more are between two that would be whole pages apart. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT, 0, 0",
        "FLOAT, 100, 100",
        "FLOAT, 1020, 1148",
        "FLOAT, 1024, 1152",
        "FLOAT, 1084, 1084",
        "FLOAT, 1500, 1500",
        "FLOAT, 16384, 16512",
        "FLOAT, 16300, 16300",
        "DOUBLE, 512, 576",
        "DOUBLE, 16384, 16448",
        "DOUBLE, 700, 700",
    })
    void arraysOfWholePages_areApart(ElementType type, int asked, int made) {
        assertThat(Buffers.length(Buffers.apart(type, asked))).isEqualTo(made);
    }
}

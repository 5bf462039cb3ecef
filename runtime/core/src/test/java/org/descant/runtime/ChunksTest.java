package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays may be as long as an int says, and their last block ends there. */
class ChunksTest {
    private static final int LONGEST = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "4095, 1",
        "4096, 1",
        "4097, 2",
        LONGEST - 4095 + ", 524287",
        LONGEST - 4094 + ", 524288",
        LONGEST + ", 524288"
    })
    void blocks_coverTheLength(int length, int blocks) {
        assertThat(Hand.blocks(length)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 10", "0, 4096, 4096", "4096, 4097, 4097", LONGEST - 10 + ", " + LONGEST + ", " + LONGEST})
    void end_isThatOfTheLength_atTheLatest(int from, int length, int end) {
        assertThat(Chunks.end(from, length)).isEqualTo(end);
    }

    @Test
    void end_ofTheLastBlockOfRows_isThatOfTheLength() {
        Geometry row = new Geometry(2, 1, 1, LONGEST);
        assertThat(Chunks.end(row, LONGEST - 10, LONGEST)).isEqualTo(LONGEST);
    }
}

package org.descant.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTableTest {
    @Test
    void everyKindOfLine_isRead() {
        RecordingTable table = RecordingTable.parse("""
                # A comment.

                adam-torch: Adam
                mine/run.json: mine.opt:Fast with lr = alpha, amsgrad = true
                clip: prelude.opt:Clip with next.m = m needs reductions over a tensor
                muon-optax needs matrix products, reductions
                schedules/cosine-torch = cosine(t - 1, base: 0.1)
                """, "table.txt");

        assertThat(table.rows())
                .containsExactly(
                        new RecordingRow("adam-torch", Optional.of("Adam"), Map.of(), Optional.empty()),
                        new RecordingRow(
                                "mine/run.json",
                                Optional.of("mine.opt:Fast"),
                                Map.of("lr", "alpha", "amsgrad", "true"),
                                Optional.empty()),
                        new RecordingRow(
                                "clip",
                                Optional.of("prelude.opt:Clip"),
                                Map.of("next.m", "m"),
                                Optional.of("reductions over a tensor")),
                        new RecordingRow(
                                "muon-optax", Optional.empty(), Map.of(), Optional.of("matrix products, reductions")));
        assertThat(table.schedules()).containsExactly(Map.entry("cosine-torch", "cosine(t - 1, base: 0.1)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adam-torch          | t:2: 'adam-torch' is no line of a table of recordings: write NAME: RULE, NAME: RULE with A = B, or NAME needs WHAT
            a: Adam with lr     | t:2: 'lr' is no setting: write with NAME = VALUE, NAME = VALUE
            a: Adam with lr=1,  | t:2: '' is no setting: write with NAME = VALUE, NAME = VALUE
            x: Lion             | t:2: 'x' has a line already: take one out
            """)
    void wrongLine_isToldWhereAndWhat(String line, String message) {
        assertThatThrownBy(() -> RecordingTable.parse("x: Adam\n" + line + "\n", "t"))
                .isInstanceOf(RecordingTableException.class)
                .hasMessage(message);
    }
}

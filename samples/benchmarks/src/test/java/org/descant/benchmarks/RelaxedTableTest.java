package org.descant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.descant.speed.Ratio;
import org.junit.jupiter.api.Test;

class RelaxedTableTest {
    @Test
    void table_hasTheRulesThatGainMostFirst() {
        RelaxedTable table = new RelaxedTable();
        table.add(List.of(new Ratio("Yogi", 16_384, 0.3, 0.3, 1), new Ratio("Yogi", 4_194_304, 0.6, 0.6, 1)));
        table.add(List.of(new Ratio("Adam", 16_384, 0.3, 0.2, 1.5), new Ratio("Adam", 4_194_304, 0.66, 0.6, 1.1)));

        assertThat(table.text()).isEqualTo("""
                        | rule | 16,384: strict, ns | relaxed, ns | strict / relaxed | 4,194,304: strict, ns | relaxed, ns | strict / relaxed |
                        |---|---:|---:|---:|---:|---:|---:|
                        | Adam | 0.300 | 0.200 | 1.50 | 0.660 | 0.600 | 1.10 |
                        | Yogi | 0.300 | 0.300 | 1.00 | 0.600 | 0.600 | 1.00 |
                        | median | | | 1.25 | | | 1.05 |
                        """);
    }

    @Test
    void table_ofNoRule_saysSo() {
        assertThat(new RelaxedTable().text()).isEqualTo("relaxed changes none of these rules\n");
    }
}

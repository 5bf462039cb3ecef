package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_areAsWideAsTheirWidestEntry() {
        Table table = new Table("rule", ">lr", "source");
        table.add("Adam", "0.001", "Kingma & Ba");
        table.add("SGDMomentum", "1", "");

        assertThat(table.lines())
                .containsExactly("rule            lr  source", "Adam         0.001  Kingma & Ba", "SGDMomentum      1");
    }

    @Test
    void rowOfOtherLength_isRefused() {
        Table table = new Table("rule", "source");

        assertThatThrownBy(() -> table.add("Adam")).hasMessage("1 entries in a table of 2 columns");
    }
}

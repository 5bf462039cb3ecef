package org.descant.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEnds_ofEverySystem_areCountedAlike(String end) {
        SourceText source = new SourceText("test.opt", "a = 1" + end + end + "  b = 2" + end);
        int b = source.text().indexOf('b');
        assertThat(source.line(b)).isEqualTo(3);
        assertThat(source.column(b)).isEqualTo(3);
        assertThat(source.lineText(b)).isEqualTo("  b = 2");
        assertThat(source.lineText(0)).isEqualTo("a = 1");
        assertThat(source.line(source.text().length())).isEqualTo(4);
    }
}

package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeTest {
    @Test
    void lineComment_isOneLineOfPrintableAscii() {
        assertThat(Escape.lineComment("a\n\\u000ab\r\tc é $L */")).isEqualTo("a ?u000ab? c ? $L */");
    }

    @Test
    void lineComment_ofAnEndlessEquation_isCut() {
        assertThat(Escape.lineComment("g + ".repeat(1000))).hasSize(304).endsWith("g +  ...");
    }

    @Test
    void javadoc_keepsWordsAndLines() {
        assertThat(Escape.javadoc("Adam (2015), arXiv:1412.6980:\nm[t] = a * b / c"))
                .isEqualTo("Adam (2015), arXiv:1412.6980:\nm[t] = a * b / c");
    }

    @Test
    void javadoc_leavesNoMarkThatMeansSomething() {
        assertThat(Escape.javadoc("*/ <b> {@link X} a & b \\u002a\\u002f Łé\u0000\t@since"))
                .isEqualTo(
                        "*&#47; &lt;b&gt; &#123;&#64;link X&#125; a &amp; b &#92;u002a&#92;u002f &#321;&#233;  &#64;since");
    }

    @Test
    void string_isReadBackAsItself() {
        assertThat(Escape.string("a\"b\\u0041\n\u0000é→")).isEqualTo("\"a\\042b\\134u0041\\n\\000\\351\\u2192\"");
    }
}

package org.descant.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private final SourceText source = new SourceText("rules/adam.opt", "a = 1\n  beta = 2\n");
    private final Span span = new Span(source, 8, 12);

    @Test
    void toString_saysWhereAndWhat() {
        assertThat(Diagnostic.error(span, "'beta' is not defined"))
                .hasToString("rules/adam.opt:2:3: error: 'beta' is not defined");
        assertThat(Diagnostic.warning(span, "'beta' is never used", "remove it"))
                .hasToString("rules/adam.opt:2:3: warning: 'beta' is never used (remove it)");
        assertThat(span).hasToString("rules/adam.opt:2:3");
        assertThat(source).hasToString("rules/adam.opt");
    }
}

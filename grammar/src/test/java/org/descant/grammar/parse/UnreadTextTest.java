package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;

class UnreadTextTest {
    @Test
    void names_areThoseOfBrokenItemsInAscii() {
        UnreadText gaps = gaps("""
                optimizer A(w, g) {
                  hyper lr = 0.1 // of lr alone
                  m̂ = 2β₁ * g
                  w[t] = w[t-1] - lr * g
                }
                """);

        assertThat(gaps.names()).containsExactlyInAnyOrder("mhat", "beta1", "g");
        assertThat(gaps.isBounded()).isTrue();
    }

    @Test
    void declarationWithABrokenHead_isAGapAsAWhole() {
        UnreadText gaps = gaps("""
                def half(x y) {
                  z = x / 2
                  return z
                }
                """);

        assertThat(gaps.names()).containsExactlyInAnyOrder("half", "x", "y", "z", "return");
    }

    @Test
    void missingBraceOrBrokenImport_isUnbounded() {
        assertThat(gaps("optimizer A(w, g) { w[t] = w[t-1] - g").isBounded()).isFalse();
        assertThat(gaps("import adamw.opt\n").isBounded()).isFalse();
    }

    @Test
    void wholeText_hasNoGaps() {
        UnreadText gaps = gaps("optimizer A(w, g) { w[t] = w[t-1] - g }");

        assertThat(gaps.names()).isEmpty();
        assertThat(gaps.isBounded()).isTrue();
    }

    private static UnreadText gaps(String text) {
        Diagnostics diagnostics = new Diagnostics();
        RuleFile file = RuleParser.parse(new SourceText("rule.opt", text), diagnostics);
        return UnreadText.of(file, diagnostics.all());
    }
}

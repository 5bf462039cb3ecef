package org.descant.grammar.parse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class SpellingTest {
    /** Whatever the lexer takes for a name has a spelling that the lexer takes for the same kind of name, in ASCII. */
    @Test
    void everyLetterOfTheLanguage_hasAnAsciiSpelling() {
        StringBuilder letters = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (!surrogate && Character.isLetter(c)) {
                letters.appendCodePoint(c).append(' ');
            }
        }
        List<Token> names = RuleLexer.read(letters.toString()).getTokens().stream()
                .filter(token -> token.getType() == DescantLexer.NAME)
                .toList();

        assertThat(names).hasSize(52 + 24 + 25 + 6 + 52 + 56 + 62);
        assertThat(names).allSatisfy(name -> assertThat(Spelling.canonical(name.getText()))
                .matches("[A-Za-z]+"));
    }

    @Test
    void greekLetters_haveTheirNames() {
        assertThat(Spelling.canonical("α")).isEqualTo("alpha");
        assertThat(Spelling.canonical("ω")).isEqualTo("omega");
        assertThat(Spelling.canonical("Ω")).isEqualTo("Omega");
        assertThat(Spelling.canonical("σς")).isEqualTo("sigmasigma");
        assertThat(Spelling.canonical("εϵ")).isEqualTo("epsilonepsilon");
        assertThat(Spelling.canonical("β̂₁")).isEqualTo("betahat1");
        assertThat(Spelling.canonical("v̂_max")).isEqualTo("vhat_max");
    }
}

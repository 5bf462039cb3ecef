package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Names that are none: reserved words, numbers, text in quotes. */
final class ReservedWords implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        boolean expected = s.rule() == DescantParser.RULE_name;
        boolean leftSide = s.type(1) == DescantParser.EQUALS && !s.expectsValue();
        if (TokenKinds.isReserved(s.type(0)) && (leftSide || (expected && s.continuesLine(0)))) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "'" + s.text(0) + "' is a reserved word and cannot be a name", "choose another name"));
        }
        if (!expected) {
            return Optional.empty();
        }
        if (s.foundIs(DescantParser.NUMBER)) {
            return Optional.of(Diagnostic.error(s.span(0), "a name begins with a letter", "choose another name"));
        }
        if (s.type(-1) == DescantParser.DOT) {
            return Optional.of(Diagnostic.error(
                    s.span(-1), "a name is missing behind '.'", "write a name that the part defines, such as p.ratio"));
        }
        return Optional.of(Diagnostic.error(
                s.span(-1),
                "a name is missing behind '" + s.text(-1) + "'",
                s.isWithin(DescantParser.RULE_optimizer) && !s.isWithin(DescantParser.RULE_body)
                        ? "write optimizer Adam(w, g) { … } or optimizer B = Adam"
                        : "write a name"));
    }
}

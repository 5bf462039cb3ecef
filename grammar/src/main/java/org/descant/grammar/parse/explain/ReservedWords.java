package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Span;

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
        if (s.isWithin(DescantParser.RULE_body)) {
            return Optional.of(nameless(s.text(-1), s.span(-1), s.foundIs(DescantParser.EQUALS)));
        }
        return Optional.of(Diagnostic.error(
                s.span(-1),
                "a name is missing behind '" + s.text(-1) + "'",
                s.isWithin(DescantParser.RULE_optimizer) && !s.isWithin(DescantParser.RULE_body)
                        ? "write optimizer Adam(w, g) { … } or optimizer B = Adam"
                        : "write a name"));
    }

    /** A declaration without a name, or an equation for what is no name: {@code output = g}. */
    static Diagnostic nameless(String word, Span at, boolean defined) {
        String declaration =
                switch (word) {
                    case "hyper" -> "hyper lr = 0.1";
                    case "state" -> "state m = 0";
                    case "option" -> "option nesterov = false";
                    case "input" -> "input h";
                    case "output" -> "output average = …";
                    case "rule" -> "rule inner = AdamW";
                    default -> "a name";
                };
        return defined
                ? Diagnostic.error(
                        at,
                        "'" + word + "' begins a declaration and cannot be a name",
                        "choose another name, or declare with a name behind the word: " + declaration)
                : Diagnostic.error(at, "a name is missing behind '" + word + "'", "write " + declaration);
    }
}

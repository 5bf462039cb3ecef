package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Places where a value is missing: {@code a * / b}, {@code m = }, {@code f(, x)}, {@code .5}, {@code 1.}. */
final class UnfinishedValues implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        int above = s.lineStart() - 1;
        if (s.foundIs(DescantParser.EQUALS) && TokenKinds.needsValue(s.type(above))) {
            return Optional.of(nothingBehind(s, above));
        }
        if (s.foundIs(DescantParser.COMMA) && s.type(-1) == DescantParser.OPEN) {
            return missing(s);
        }
        if (s.foundIs(DescantParser.DOT)) {
            return dot(s);
        }
        if (s.type(-1) == DescantParser.GRAD) {
            return Optional.of(
                    Diagnostic.error(s.span(-1), "'grad' asks for the gradient at a point", "write grad(w[t-1])"));
        }
        return s.expectsValue() ? missing(s) : Optional.empty();
    }

    private static Optional<Diagnostic> missing(Stumble s) {
        int before = s.type(-1);
        if (before == DescantParser.OPEN && s.foundIs(DescantParser.CLOSE)) {
            return Optional.of(Diagnostic.error(s.span(-1, 0), "nothing stands in the parentheses", "write a value"));
        }
        if (before == DescantParser.OPEN_BRACKET && s.foundIs(DescantParser.CLOSE_BRACKET)) {
            return Optional.of(Diagnostic.error(s.span(-1, 0), "nothing stands in the brackets", "write [t] or [t-1]"));
        }
        if (isKeyword(s) && s.continuesLine(0)) {
            return Optional.of(Diagnostic.error(s.span(0), "'" + s.text(0) + "' is a reserved word and not a value"));
        }
        if (TokenKinds.needsValue(before)) {
            return Optional.of(nothingBehind(s, -1));
        }
        return Optional.of(Diagnostic.error(
                s.span(0), "a value is missing in front of " + word(s), "write a name, a number or an expression"));
    }

    private static boolean isKeyword(Stumble s) {
        return TokenKinds.isReserved(s.type(0)) && !TokenKinds.beginsDeclaration(s.type(0));
    }

    private static Diagnostic nothingBehind(Stumble s, int token) {
        return Diagnostic.error(
                s.span(token),
                "a value is missing behind '" + s.text(token) + "'",
                "write a name, a number or an expression");
    }

    private static String word(Stumble s) {
        return s.foundIs(Token.EOF) ? "the end of the text" : "'" + s.text(0) + "'";
    }

    private static Optional<Diagnostic> dot(Stumble s) {
        if (s.expectsValue() && s.type(1) == DescantParser.NUMBER) {
            return Optional.of(Diagnostic.error(s.span(0, 1), "a number begins with a digit", "write 0." + s.text(1)));
        }
        if (s.type(-1) == DescantParser.NUMBER && s.type(1) != DescantParser.DOT) {
            return Optional.of(
                    Diagnostic.error(s.span(-1, 0), "a number ends with a digit", "write " + s.text(-1) + ".0"));
        }
        return Optional.empty();
    }
}

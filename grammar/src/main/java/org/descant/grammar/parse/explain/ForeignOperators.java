package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Operators as other languages have them: {@code w += x}, {@code x := y}, {@code x**2}, {@code a < b < c}, {@code if a = b}. */
final class ForeignOperators implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (TokenKinds.isArithmetic(s.type(0)) && s.type(1) == DescantParser.EQUALS && s.touches(0)) {
            return Optional.of(inPlace(s));
        }
        if (s.foundIs(DescantParser.COLON) && s.type(1) == DescantParser.EQUALS) {
            return Optional.of(Diagnostic.error(s.span(0, 1), "':=' is not an operator", "write '='"));
        }
        if (s.foundIs(DescantParser.TIMES) && s.type(-1) == DescantParser.TIMES) {
            return Optional.of(Diagnostic.error(s.span(-1, 0), "'**' is not an operator", "write '^' for a power"));
        }
        if (s.expectsValue() && s.foundIs(DescantParser.PLUS)) {
            return Optional.of(Diagnostic.error(s.span(0), "a value has no sign '+'", "leave out the '+'"));
        }
        if (TokenKinds.isComparison(s.type(0))) {
            return comparison(s);
        }
        return s.foundIs(DescantParser.EQUALS) ? equals(s) : Optional.empty();
    }

    private static Diagnostic inPlace(Stumble s) {
        String operator = s.text(0) + "=";
        String name = s.around(DescantParser.RULE_item)
                .map(item -> s.spans().of(item.getStart()).text())
                .orElse("w");
        return Diagnostic.error(
                s.span(0, 1),
                "'" + operator + "' changes a value in place; an equation says what the value is",
                "write " + name + "[t] = " + name + "[t-1] " + s.text(0) + " …");
    }

    private static Optional<Diagnostic> comparison(Stumble s) {
        if (s.rule() == DescantParser.RULE_equation && s.foundIs(DescantParser.EQUAL)) {
            return Optional.of(Diagnostic.error(s.span(0), "'==' compares two values", "write '=' to define one"));
        }
        if (!TokenKinds.endsValue(s.type(-1)) || !comparedBefore(s)) {
            return Optional.empty();
        }
        boolean simple = TokenKinds.isComparison(s.type(-2)) && TokenKinds.endsValue(s.type(-3));
        String again = s.text(-1) + " " + s.text(0) + " " + s.text(1);
        return Optional.of(Diagnostic.error(
                s.span(0),
                "comparisons do not chain",
                simple
                        ? "write " + s.text(-3) + " " + s.text(-2) + " " + s.text(-1) + " and " + again
                        : "join two comparisons with 'and'"));
    }

    private static boolean comparedBefore(Stumble s) {
        for (int i = -1; s.at() + i >= 0 && !TokenKinds.beginsItem(s.type(i)); i--) {
            if (TokenKinds.isComparison(s.type(i))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Diagnostic> equals(Stumble s) {
        boolean argument = s.context() instanceof DescantParser.CallContext
                && TokenKinds.isName(s.type(-1))
                && (s.type(-2) == DescantParser.COMMA || s.type(-2) == DescantParser.OPEN);
        if (argument) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "a value is passed with a colon", "write " + s.text(-1) + ": " + s.text(1)));
        }
        if (s.isWithin(DescantParser.RULE_conditional) || s.isWithin(DescantParser.RULE_primary)) {
            return Optional.of(Diagnostic.error(s.span(0), "'=' defines a value", "write '==' to compare two values"));
        }
        if (s.itemBefore().isPresent() && !TokenKinds.needsValue(s.type(s.lineStart() - 1))) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "a second '=' in one equation", "write '==' to compare, or two equations"));
        }
        return Optional.empty();
    }
}

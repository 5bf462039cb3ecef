package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.EquationContext;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Span;

/**
 * Two values without an operator: {@code 2x}, {@code lr g}, {@code 2 (m + g)}. The second may have been taken for the left side of an
 * equation; then the trouble shows one token later.
 */
final class SideBySide implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (isIndexOfValue(s)) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "only a name has a past", "give the value a name of its own and read that at [t-1]"));
        }
        int name = leftSide(s);
        if (name < 0) {
            return TokenKinds.endsValue(s.type(name - 1)) && s.continuesLine(name)
                    ? Optional.of(sideBySide(s, name - 1))
                    : Optional.empty();
        }
        return followsValue(s) && TokenKinds.beginsValue(s.type(0)) && isOneLineOrBracket(s)
                ? Optional.of(sideBySide(s, -1))
                : Optional.empty();
    }

    /** Whether a value has just ended: not only a name that is being declared. */
    private static boolean followsValue(Stumble s) {
        boolean declaring =
                switch (s.rule()) {
                    case DescantParser.RULE_file,
                            DescantParser.RULE_body,
                            DescantParser.RULE_interval,
                            DescantParser.RULE_index,
                            DescantParser.RULE_conditional,
                            DescantParser.RULE_primary -> false;
                    default -> true;
                };
        return !declaring
                && s.itemBefore().filter(MissingParts::endsWithName).isEmpty()
                && TokenKinds.endsValue(s.type(-1));
    }

    /** {@code f(x)[t-1]}, {@code (a + b)[t-1]}. */
    private static boolean isIndexOfValue(Stumble s) {
        return (s.foundIs(DescantParser.OPEN_BRACKET) || s.foundIs(DescantParser.SUBINDEX))
                && (s.type(-1) == DescantParser.CLOSE || s.type(-1) == DescantParser.BARS)
                && s.continuesLine(0);
    }

    private static boolean isOneLineOrBracket(Stumble s) {
        return s.continuesLine(0) || !TokenKinds.isName(s.type(0));
    }

    /** The offset of the name with which the equation being read begins, while its equals sign has not come; otherwise 0. */
    private static int leftSide(Stumble s) {
        boolean begun = s.rule() == DescantParser.RULE_item
                || (s.context() instanceof EquationContext equation && equation.EQUALS() == null);
        int name = 0;
        while (begun && s.token(name) != s.context().getStart()) {
            name--;
        }
        return name;
    }

    private static Diagnostic sideBySide(Stumble s, int left) {
        return of(s.span(left), s.span(left + 1), s.span(left, left + 1));
    }

    /** The mistake of two neighbours. */
    static Diagnostic of(Span left, Span right, Span both) {
        String first = Stumble.brief(left.text());
        String second = Stumble.brief(right.text());
        boolean simple = isWord(first) && (isWord(second) || second.equals("("));
        String product = first + " * " + (second.equals("(") ? "(…)" : second);
        return Diagnostic.error(
                both, "two values side by side", simple ? "write " + product : "write '*' between them for a product");
    }

    private static boolean isWord(String text) {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}

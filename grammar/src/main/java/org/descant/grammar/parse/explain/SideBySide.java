package org.descant.grammar.parse.explain;

import java.util.Optional;
import java.util.regex.Pattern;
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
    /** An exponent without digits, and numbers in other bases. */
    private static final Pattern BEHIND_A_NUMBER =
            Pattern.compile("[0-9._]+[eE]|0[xX][0-9a-fA-F_]*|0[bB][01_]+|0[oO][0-7_]+");

    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (isIndexOfValue(s)) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "only a name has a past", "give the value a name of its own and read that at [t-1]"));
        }
        if (isPrefixed(s)) {
            return Optional.of(prefixed(s));
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

    /** {@code np.sqrt(g)}. */
    private static boolean isPrefixed(Stumble s) {
        return s.foundIs(DescantParser.OPEN)
                && s.touches(-1)
                && TokenKinds.isName(s.type(-1))
                && s.type(-2) == DescantParser.DOT
                && TokenKinds.isName(s.type(-3));
    }

    private static Diagnostic prefixed(Stumble s) {
        int first = -3;
        while (s.type(first - 1) == DescantParser.DOT && TokenKinds.isName(s.type(first - 2))) {
            first -= 2;
        }
        return Diagnostic.error(s.span(first, -1), "a function has no prefix", "write " + s.text(-1) + "(…)");
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
        boolean number = s.type(left) == DescantParser.NUMBER && s.touches(left);
        if (number && BEHIND_A_NUMBER.matcher(s.text(left) + s.text(left + 1)).matches()) {
            return wrongNumber(s, left);
        }
        return of(s.span(left), s.span(left + 1), s.span(left, left + 1));
    }

    /** A number with what touches it on the right. */
    static Diagnostic wrongNumber(Stumble s, int number) {
        int last = number;
        while (s.touches(last) && isPartOfWord(s, last + 1)) {
            last++;
        }
        return Diagnostic.error(
                s.span(number, last),
                "'" + s.text(number, last) + "' is not a number",
                "a number is written 12, 0.5, 1e-3 or 10_000");
    }

    private static boolean isPartOfWord(Stumble s, int offset) {
        return TokenKinds.isName(s.type(offset))
                || s.type(offset) == DescantParser.NUMBER
                || s.text(offset).equals("_");
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

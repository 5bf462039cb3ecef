package org.descant.grammar.parse.explain;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Span;

/**
 * The place where the text stops making sense: the first token that cannot stand where it stands, the tokens around it, and the construct
 * that was being read.
 *
 * @param tokens all that the parser sees, the end of the text last
 * @param at the position of the token in that list
 * @param itemBefore the item that ends in front of the token found, where that token stands between items and the item makes sense
 */
record Stumble(ParserRuleContext context, Optional<ItemContext> itemBefore, List<Token> tokens, int at, Spans spans) {
    private static final int LONGEST = 60;

    Token found() {
        return tokens.get(at);
    }

    boolean foundIs(int type) {
        return found().getType() == type;
    }

    /** The type of a token relative to the one found; the end of the text beyond both ends. */
    int type(int offset) {
        int position = at + offset;
        return position < 0 || position >= tokens.size()
                ? Token.EOF
                : tokens.get(position).getType();
    }

    /** A token relative to the one found; the first or last one beyond the ends. */
    Token token(int offset) {
        return tokens.get(Math.max(0, Math.min(at + offset, tokens.size() - 1)));
    }

    /** What is written there, cut where it is too long for a sentence. */
    String text(int offset) {
        return brief(spans.of(token(offset)).text());
    }

    /** Where a token stands; the end of the text stands right behind the last token. */
    Span span(int offset) {
        Token token = token(offset);
        if (token.getType() == Token.EOF && at > 0) {
            Span last = spans.of(tokens.get(tokens.size() - 2));
            return new Span(last.source(), last.end(), last.end());
        }
        return spans.of(token);
    }

    Span span(int first, int last) {
        return span(first).to(span(last));
    }

    int rule() {
        return context.getRuleIndex();
    }

    /** Whether nothing of a value has been read where one must stand. */
    boolean expectsValue() {
        boolean value = rule() >= DescantParser.RULE_value && rule() <= DescantParser.RULE_reference;
        return context.getChildCount() == 0 && (value || rule() == DescantParser.RULE_argument);
    }

    /** The innermost construct of a kind around the place. */
    Optional<ParserRuleContext> around(int rule) {
        for (ParserRuleContext c = context; c != null; c = c.getParent()) {
            if (c.getRuleIndex() == rule) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    boolean isWithin(int rule) {
        return around(rule).isPresent();
    }

    /** Whether a token stands on the line of the one before it. */
    boolean continuesLine(int offset) {
        return at + offset > 0 && token(offset - 1).getLine() == token(offset).getLine();
    }

    /** Whether two neighbours stand without a blank between them. */
    boolean touches(int left) {
        return token(left).getStopIndex() + 1 == token(left + 1).getStartIndex();
    }

    String text(ParserRuleContext part) {
        return brief(spans.of(part).text());
    }

    /** Where something is missing: at the token found, or at the end of the line above it. */
    Span place() {
        return continuesLine(0) || at == 0 ? span(0) : span(-1);
    }

    /** The offset of the first token on the line of the token found. */
    int lineStart() {
        int offset = 0;
        while (continuesLine(offset)) {
            offset--;
        }
        return offset;
    }

    /** What is written from one token to another. */
    String text(int first, int last) {
        return brief(span(first, last).text());
    }

    /** A text as it can be quoted in a sentence: on one line, and cut where it is long. */
    static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}

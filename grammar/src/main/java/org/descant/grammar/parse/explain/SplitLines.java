package org.descant.grammar.parse.explain;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser.EquationContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostics;

/**
 * Refuses an equation whose name is the last word of one line and whose index or equals sign begins the next: whoever wrote
 * {@code m[t] = lr m} and went on with {@code [t] = …} meant something else.
 */
public final class SplitLines {
    private final Spans spans;
    private final List<Token> tokens;
    private final Diagnostics diagnostics;

    /** @param tokens all tokens, comments and blanks too */
    public SplitLines(Spans spans, List<Token> tokens, Diagnostics diagnostics) {
        this.spans = spans;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    public void check(EquationContext equation) {
        Token name = equation.getStart();
        Token before = neighbour(name, -1);
        Token after = neighbour(name, 1);
        if (before.getLine() == name.getLine()
                && after.getLine() > name.getLine()
                && TokenKinds.endsValue(before.getType())) {
            diagnostics.report(SideBySide.of(spans.of(before), spans.of(name), spans.between(before, name)));
        }
    }

    /** The next token in a direction that is no comment and no blank. An equation always has one on either side. */
    private Token neighbour(Token token, int direction) {
        int index = token.getTokenIndex() + direction;
        while (tokens.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
            index += direction;
        }
        return tokens.get(index);
    }
}

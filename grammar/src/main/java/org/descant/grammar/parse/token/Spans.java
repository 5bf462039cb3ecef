package org.descant.grammar.parse.token;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** Where tokens and constructs stand in the text. The lexer counts code points, a span counts characters. */
public final class Spans {
    private final SourceText source;
    private final boolean plain;
    private final int[] characterOffsets;

    public Spans(SourceText source) {
        this.source = source;
        String text = source.text();
        int codePoints = text.codePointCount(0, text.length());
        this.plain = codePoints == text.length();
        this.characterOffsets = plain ? new int[0] : offsets(text, codePoints);
    }

    private static int[] offsets(String text, int codePoints) {
        int[] offsets = new int[codePoints + 1];
        int offset = 0;
        for (int i = 0; i < codePoints; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[codePoints] = offset;
        return offsets;
    }

    public SourceText source() {
        return source;
    }

    public Span of(Token token) {
        return token.getType() == Token.EOF
                ? new Span(source, source.text().length(), source.text().length())
                : new Span(source, offset(token.getStartIndex()), offset(token.getStopIndex() + 1));
    }

    public Span of(ParserRuleContext context) {
        return between(context.getStart(), context.getStop());
    }

    public Span between(Token first, Token last) {
        return of(first).to(of(last));
    }

    private int offset(int codePoint) {
        return plain ? codePoint : characterOffsets[codePoint];
    }
}

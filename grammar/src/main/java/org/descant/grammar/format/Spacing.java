package org.descant.grammar.format;

import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.parse.token.TokenKinds;

/** Whether a blank stands between two tokens of a line. Fed with the tokens in their order. */
final class Spacing {
    private int before = Token.EOF;
    private boolean valueEnded;
    private boolean attaches;
    private int indexDepth;

    /** Whether a blank stands in front of the next token. */
    boolean blankBefore(Token token) {
        int type = token.getType();
        boolean sign = type == DescantLexer.MINUS && !valueEnded;
        boolean opensBars = type == DescantLexer.BARS && !valueEnded;
        boolean closesBars = type == DescantLexer.BARS && valueEnded;
        boolean blank = !attaches && !closesBars && !isTight(type, sign);
        if (type == DescantLexer.OPEN_BRACKET && indexDepth == 0 && TokenKinds.isName(before)) {
            indexDepth = 1;
        } else if (indexDepth > 0) {
            indexDepth += TokenKinds.isOpening(type) ? 1 : TokenKinds.isClosing(type) ? -1 : 0;
        }
        attaches = sign || opensBars || attachesNext(type);
        valueEnded = !opensBars && TokenKinds.endsValue(type);
        before = type;
        return blank;
    }

    /** What is written right behind what stands in front of it. */
    private boolean isTight(int type, boolean sign) {
        return switch (type) {
            case DescantLexer.CLOSE,
                    DescantLexer.CLOSE_BRACKET,
                    DescantLexer.COMMA,
                    DescantLexer.COLON,
                    DescantLexer.DOT,
                    DescantLexer.CARET,
                    DescantLexer.SUPERSCRIPT,
                    DescantLexer.SUBINDEX -> true;
            case DescantLexer.OPEN -> TokenKinds.isName(before) || before == DescantLexer.GRAD;
            case DescantLexer.OPEN_BRACKET -> TokenKinds.isName(before) || before == DescantLexer.LOSS;
            case DescantLexer.PLUS, DescantLexer.MINUS -> indexDepth == 1 && !sign;
            default -> false;
        };
    }

    /** What is written right in front of what follows. */
    private boolean attachesNext(int type) {
        return switch (type) {
            case DescantLexer.OPEN,
                    DescantLexer.OPEN_BRACKET,
                    DescantLexer.DOT,
                    DescantLexer.CARET,
                    DescantLexer.ROOT -> true;
            case DescantLexer.PLUS, DescantLexer.MINUS -> indexDepth == 1;
            default -> false;
        };
    }
}

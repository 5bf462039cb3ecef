package org.descant.grammar.parse.explain;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;

/**
 * Where reading goes on after a syntax error: at a word that can only begin a declaration or an item, at a line that begins like an
 * equation, or at a closing brace.
 */
public final class ResumePoints {
    /** How far behind a name its equals sign is looked for. */
    private static final int LEFT_SIDE = 64;

    private final List<Token> tokens;

    /** All tokens of the default channel, the end of the text last. */
    public ResumePoints(List<Token> tokens) {
        this.tokens = tokens;
    }

    static boolean isRecoverable(int rule) {
        return isHead(rule)
                || rule == DescantParser.RULE_item
                || rule == DescantParser.RULE_declaration
                || rule == DescantParser.RULE_importLine
                || rule == DescantParser.RULE_file;
    }

    /** Whether it is the part of a declaration in front of its body. */
    static boolean isHead(int rule) {
        return rule == DescantParser.RULE_header || rule == DescantParser.RULE_formals;
    }

    /** The token index where reading goes on after an error in a construct. */
    int after(ParserRuleContext place) {
        int first = position(place.getStart().getTokenIndex());
        return switch (place.getRuleIndex()) {
            case DescantParser.RULE_item -> nextItem(first + 1);
            case DescantParser.RULE_header, DescantParser.RULE_formals -> nextBody(first);
            case DescantParser.RULE_file -> last().getTokenIndex();
            default -> nextDeclaration(first + 1);
        };
    }

    /**
     * Between two items or declarations: the next token that can stand there, or an earlier one that should have stood there.
     *
     * @param earliest how far back reading may go
     */
    public int between(int rule, int tokenIndex, int earliest) {
        int position = position(tokenIndex);
        int type = tokens.get(position).getType();
        return switch (rule) {
            case DescantParser.RULE_body -> {
                int left = type == DescantParser.EQUALS ? leftSideOf(position) : position;
                int leftIndex = tokens.get(left).getTokenIndex();
                yield left < position && leftIndex >= earliest
                        ? leftIndex
                        : mayFollowItem(type) ? tokenIndex : nextItem(position + 1);
            }
            case DescantParser.RULE_file -> mayFollowDeclaration(type) ? tokenIndex : nextDeclaration(position + 1);
            default -> tokenIndex;
        };
    }

    /** Whether a brace can be taken as read in front of a token. */
    boolean impliesBrace(Token found, boolean opening) {
        return opening ? startsItem(position(found.getTokenIndex())) : TokenKinds.endsBody(found.getType());
    }

    private static boolean mayFollowDeclaration(int type) {
        return TokenKinds.endsBody(type) || type == DescantParser.SEMICOLON;
    }

    private static boolean mayFollowItem(int type) {
        return TokenKinds.beginsItem(type)
                || TokenKinds.isName(type)
                || TokenKinds.endsBody(type)
                || type == DescantParser.SEMICOLON
                || type == DescantParser.CLOSE_BRACE;
    }

    private int nextItem(int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean closes = token.getType() == DescantParser.CLOSE_BRACE && !BracedIndices.closesIndex(tokens, i);
            if (closes || TokenKinds.endsBody(token.getType()) || startsItem(i)) {
                return token.getTokenIndex();
            }
        }
        return last().getTokenIndex();
    }

    private int nextBody(int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == DescantParser.OPEN_BRACE || TokenKinds.endsBody(token.getType()) || startsItem(i)) {
                return token.getTokenIndex();
            }
        }
        return last().getTokenIndex();
    }

    private int nextDeclaration(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (TokenKinds.endsBody(tokens.get(i).getType()) || isMisspelled(i)) {
                return tokens.get(i).getTokenIndex();
            }
        }
        return last().getTokenIndex();
    }

    private boolean startsItem(int position) {
        Token token = tokens.get(position);
        return TokenKinds.beginsItem(token.getType()) || (isFirst(position) && isLeftSide(position));
    }

    /** Whether a token is the first of its line or stands behind a brace or a semicolon. */
    private boolean isFirst(int position) {
        if (position == 0) {
            return true;
        }
        Token before = tokens.get(position - 1);
        return before.getLine() < tokens.get(position).getLine()
                || before.getType() == DescantParser.SEMICOLON
                || (before.getType() == DescantParser.OPEN_BRACE && !BracedIndices.opensIndex(tokens, position - 1));
    }

    /** Whether what begins there looks like an equation, or like an item with a word that is none. */
    private boolean isLeftSide(int position) {
        int type = tokens.get(position).getType();
        if (type == Token.EOF || TokenKinds.isOpening(type) || TokenKinds.isClosing(type)) {
            return false;
        }
        int next = tokens.get(position + 1).getType();
        boolean last = type == DescantParser.MATRIX && next == DescantParser.LAST;
        boolean rule = type == DescantParser.RULE && TokenKinds.isName(next);
        return last
                || rule
                || next == DescantParser.EQUAL
                || next == DescantParser.SUBINDEX
                || equalsFollows(behindIndex(position + (next == DescantParser.CARET ? 2 : 1)));
    }

    private int behindIndex(int position) {
        return tokens.get(position).getType() == DescantParser.OPEN_BRACKET
                        || BracedIndices.opensIndex(tokens, position)
                ? behindBracket(position)
                : position;
    }

    /** Whether there is an equals sign, or one strange token and then an equals sign. */
    private boolean equalsFollows(int position) {
        Token token = tokens.get(position);
        if (token.getType() == DescantParser.EQUALS) {
            return true;
        }
        boolean goesOn = token.getType() != Token.EOF
                && token.getLine() == tokens.get(position - 1).getLine();
        return goesOn && tokens.get(position + 1).getType() == DescantParser.EQUALS;
    }

    /** The position behind the bracket or brace that closes the one given, or that one if it is far. */
    private int behindBracket(int bracket) {
        int depth = 0;
        for (int i = bracket; i < Math.min(bracket + LEFT_SIDE, tokens.size() - 1); i++) {
            int type = tokens.get(i).getType();
            depth += type == DescantParser.OPEN_BRACKET || type == DescantParser.OPEN_BRACE
                    ? 1
                    : type == DescantParser.CLOSE_BRACKET || type == DescantParser.CLOSE_BRACE ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return bracket;
    }

    /**
     * Where an equals sign comes too much, the position of the equation that it belongs to: its name has been read as a value that the
     * line above lacks.
     */
    private int leftSideOf(int equals) {
        int position = equals;
        while (position > 0
                && tokens.get(position - 1).getLine() == tokens.get(equals).getLine()) {
            position--;
        }
        return position < equals && isLeftSide(position) ? position : equals;
    }

    /** Whether a line begins with what may have been meant as the word of a declaration. */
    private boolean isMisspelled(int position) {
        Token token = tokens.get(position);
        return token.getType() == DescantParser.NAME
                && isFirst(position)
                && TokenKinds.isName(tokens.get(position + 1).getType())
                && UnknownBeginnings.declarationWord(token.getText()).isPresent();
    }

    /** The token index of the end of the text. */
    public int end() {
        return last().getTokenIndex();
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    /** The position among the tokens of the default channel, by bisection. */
    int position(int tokenIndex) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).getTokenIndex() < tokenIndex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package org.descant.grammar.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where reading goes on after a syntax error: at a word that can only begin a declaration or an item, at a line that begins like an
 * equation, or at a closing brace.
 */
final class ResumePoints {
    /** How far behind a name its equals sign is looked for. */
    private static final int LEFT_SIDE = 64;

    private final List<Token> tokens;

    /** All tokens of the default channel, the end of the text last. */
    ResumePoints(List<Token> tokens) {
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

    /** Between two items or declarations: the next token that can stand there. */
    int between(int rule, int tokenIndex) {
        return switch (rule) {
            case DescantParser.RULE_body -> {
                int position = position(tokenIndex);
                yield mayFollowItem(tokens.get(position)) ? tokenIndex : nextItem(position);
            }
            case DescantParser.RULE_file -> {
                int position = position(tokenIndex);
                yield tokens.get(position).getType() == DescantParser.SEMICOLON
                        ? tokenIndex
                        : nextDeclaration(position);
            }
            default -> tokenIndex;
        };
    }

    /** Whether a brace can be taken as read in front of a token. */
    boolean impliesBrace(Token found, boolean opening) {
        return opening ? startsItem(position(found.getTokenIndex())) : TokenKinds.endsBody(found.getType());
    }

    private static boolean mayFollowItem(Token token) {
        return TokenKinds.beginsItem(token.getType())
                || TokenKinds.isName(token.getType())
                || TokenKinds.endsBody(token.getType())
                || switch (token.getType()) {
                    case DescantParser.SEMICOLON, DescantParser.CLOSE_BRACE -> true;
                    default -> false;
                };
    }

    private int nextItem(int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == DescantParser.CLOSE_BRACE || TokenKinds.endsBody(token.getType()) || startsItem(i)) {
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
            if (TokenKinds.endsBody(tokens.get(i).getType())) {
                return tokens.get(i).getTokenIndex();
            }
        }
        return last().getTokenIndex();
    }

    private boolean startsItem(int position) {
        Token token = tokens.get(position);
        return TokenKinds.beginsItem(token.getType())
                || (TokenKinds.isName(token.getType()) && isFirst(position) && isLeftSide(position));
    }

    /** Whether a token is the first of its line or stands behind a brace or a semicolon. */
    private boolean isFirst(int position) {
        if (position == 0) {
            return true;
        }
        Token before = tokens.get(position - 1);
        return before.getLine() < tokens.get(position).getLine()
                || before.getType() == DescantParser.SEMICOLON
                || before.getType() == DescantParser.OPEN_BRACE;
    }

    private boolean isLeftSide(int position) {
        Token next = tokens.get(position + 1);
        return switch (next.getType()) {
            case DescantParser.EQUALS, DescantParser.SUBINDEX -> true;
            case DescantParser.OPEN_BRACKET -> isEqualsBehindBracket(position + 1);
            case DescantParser.LAST -> tokens.get(position).getType() == DescantParser.MATRIX;
            default -> tokens.get(position).getType() == DescantParser.RULE && TokenKinds.isName(next.getType());
        };
    }

    private boolean isEqualsBehindBracket(int bracket) {
        int depth = 0;
        for (int i = bracket; i < Math.min(bracket + LEFT_SIDE, tokens.size() - 1); i++) {
            int type = tokens.get(i).getType();
            if (type == DescantParser.OPEN_BRACKET) {
                depth++;
            } else if (type == DescantParser.CLOSE_BRACKET) {
                depth--;
            }
            if (depth == 0) {
                return tokens.get(i + 1).getType() == DescantParser.EQUALS;
            }
        }
        return false;
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

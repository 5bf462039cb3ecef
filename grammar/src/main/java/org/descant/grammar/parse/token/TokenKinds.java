package org.descant.grammar.parse.token;

import org.antlr.v4.runtime.Token;

/** What kinds of tokens there are: what can begin or end a value, an item, a declaration. */
public final class TokenKinds {
    private TokenKinds() {}

    /** A name, or a word that can be one. */
    public static boolean isName(int type) {
        return switch (type) {
            case DescantParser.NAME,
                    DescantParser.RULE,
                    DescantParser.LAST,
                    DescantParser.ROW,
                    DescantParser.COL,
                    DescantParser.TENSOR,
                    DescantParser.MODEL,
                    DescantParser.MATRIX,
                    DescantParser.F32,
                    DescantParser.F64,
                    DescantParser.BF16,
                    DescantParser.F16 -> true;
            default -> false;
        };
    }

    /** A word that always begins a declaration or an import. */
    public static boolean beginsDeclaration(int type) {
        return switch (type) {
            case DescantParser.OPTIMIZER, DescantParser.DEF, DescantParser.SCHEDULE, DescantParser.IMPORT -> true;
            default -> false;
        };
    }

    /** A word that always begins an item of a body. */
    public static boolean beginsItem(int type) {
        return switch (type) {
            case DescantParser.HYPER,
                    DescantParser.OPTION,
                    DescantParser.STATE,
                    DescantParser.INPUT,
                    DescantParser.OUTPUT,
                    DescantParser.RETURN -> true;
            default -> false;
        };
    }

    /** A word that cannot be a name. */
    public static boolean isReserved(int type) {
        return type >= DescantParser.OPTIMIZER && type <= DescantParser.SEED;
    }

    /** What a value can end with. */
    public static boolean endsValue(int type) {
        return isName(type)
                || switch (type) {
                    case DescantParser.NUMBER,
                            DescantParser.TRUE,
                            DescantParser.FALSE,
                            DescantParser.LOSS,
                            DescantParser.CLOSE,
                            DescantParser.CLOSE_BRACKET,
                            DescantParser.BARS,
                            DescantParser.SUBINDEX,
                            DescantParser.SUPERSCRIPT -> true;
                    default -> false;
                };
    }

    /** What a value can begin with, signs aside. */
    public static boolean beginsValue(int type) {
        return isName(type)
                || switch (type) {
                    case DescantParser.NUMBER,
                            DescantParser.TRUE,
                            DescantParser.FALSE,
                            DescantParser.LOSS,
                            DescantParser.GRAD,
                            DescantParser.OPEN,
                            DescantParser.BARS,
                            DescantParser.ROOT -> true;
                    default -> false;
                };
    }

    public static boolean isArithmetic(int type) {
        return switch (type) {
            case DescantParser.PLUS,
                    DescantParser.MINUS,
                    DescantParser.TIMES,
                    DescantParser.DIVIDE,
                    DescantParser.CARET -> true;
            default -> false;
        };
    }

    public static boolean isComparison(int type) {
        return switch (type) {
            case DescantParser.LESS,
                    DescantParser.LESS_OR_EQUAL,
                    DescantParser.GREATER,
                    DescantParser.GREATER_OR_EQUAL,
                    DescantParser.EQUAL,
                    DescantParser.NOT_EQUAL -> true;
            default -> false;
        };
    }

    /** What needs a value to its right. */
    public static boolean needsValue(int type) {
        return isArithmetic(type)
                || isComparison(type)
                || switch (type) {
                    case DescantParser.EQUALS,
                            DescantParser.COLON,
                            DescantParser.COMMA,
                            DescantParser.AND,
                            DescantParser.OR,
                            DescantParser.NOT,
                            DescantParser.ROOT,
                            DescantParser.IF,
                            DescantParser.THEN,
                            DescantParser.ELSE,
                            DescantParser.WHEN,
                            DescantParser.RETURN -> true;
                    default -> false;
                };
    }

    public static boolean isOpening(int type) {
        return type == DescantParser.OPEN || type == DescantParser.OPEN_BRACKET || type == DescantParser.OPEN_BRACE;
    }

    public static boolean isClosing(int type) {
        return type == DescantParser.CLOSE || type == DescantParser.CLOSE_BRACKET || type == DescantParser.CLOSE_BRACE;
    }

    /** A word that begins a declaration, or the end of the text: what no body contains. */
    public static boolean endsBody(int type) {
        return type == Token.EOF || beginsDeclaration(type);
    }
}

package org.descant.grammar.syntax;

/** The prefix operators. */
public enum UnaryOperator {
    NEGATE("-"),
    NOT("not");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written, in ASCII. */
    public String symbol() {
        return symbol;
    }
}

package org.descant.grammar.syntax;

/** The operators that form chains; those of one {@link Chain} are of one level. */
public enum ChainOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    AND("and"),
    OR("or");

    private final String symbol;

    ChainOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written, in ASCII. */
    public String symbol() {
        return symbol;
    }
}

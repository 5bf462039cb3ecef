package org.descant.compiler.ir;

import java.util.List;

/** Every operator and function of the language. A function that is added here needs a case in the interpreter and one in the emitter. */
public enum Operator {
    ADD("+", 2, Kind.NUMBER, Kind.NUMBER),
    SUBTRACT("-", 2, Kind.NUMBER, Kind.NUMBER),
    MULTIPLY("*", 2, Kind.NUMBER, Kind.NUMBER),
    DIVIDE("/", 2, Kind.NUMBER, Kind.NUMBER),
    NEGATE("-", 1, Kind.NUMBER, Kind.NUMBER),
    POWER("^", 2, Kind.NUMBER, Kind.NUMBER),
    /** {@code x^2} with that numeral: x*x. */
    SQUARE("^2", 1, Kind.NUMBER, Kind.NUMBER),
    /** {@code x^3}: (x*x)*x. */
    CUBE("^3", 1, Kind.NUMBER, Kind.NUMBER),
    /** {@code x^4}: ((x*x)*x)*x. */
    FOURTH("^4", 1, Kind.NUMBER, Kind.NUMBER),
    ABS("abs", 1, Kind.NUMBER, Kind.NUMBER),
    SIGN("sign", 1, Kind.NUMBER, Kind.NUMBER),
    SQRT("sqrt", 1, Kind.NUMBER, Kind.NUMBER),
    CBRT("cbrt", 1, Kind.NUMBER, Kind.NUMBER),
    EXP("exp", 1, Kind.NUMBER, Kind.NUMBER),
    LOG("log", 1, Kind.NUMBER, Kind.NUMBER),
    LOG1P("log1p", 1, Kind.NUMBER, Kind.NUMBER),
    EXPM1("expm1", 1, Kind.NUMBER, Kind.NUMBER),
    TANH("tanh", 1, Kind.NUMBER, Kind.NUMBER),
    SIN("sin", 1, Kind.NUMBER, Kind.NUMBER),
    COS("cos", 1, Kind.NUMBER, Kind.NUMBER),
    ERF("erf", 1, Kind.NUMBER, Kind.NUMBER),
    FLOOR("floor", 1, Kind.NUMBER, Kind.NUMBER),
    CEIL("ceil", 1, Kind.NUMBER, Kind.NUMBER),
    ROUND("round", 1, Kind.NUMBER, Kind.NUMBER),
    MOD("mod", 2, Kind.NUMBER, Kind.NUMBER),
    MIN("min", 2, Kind.NUMBER, Kind.NUMBER),
    MAX("max", 2, Kind.NUMBER, Kind.NUMBER),
    /** {@code clamp(x, low, high)}. */
    CLAMP("clamp", 3, Kind.NUMBER, Kind.NUMBER),
    HYPOT("hypot", 2, Kind.NUMBER, Kind.NUMBER),
    BF16("bf16", 1, Kind.NUMBER, Kind.NUMBER),
    F16("f16", 1, Kind.NUMBER, Kind.NUMBER),
    F32("f32", 1, Kind.NUMBER, Kind.NUMBER),
    ISFINITE("isfinite", 1, Kind.NUMBER, Kind.BOOLEAN),
    LESS("<", 2, Kind.NUMBER, Kind.BOOLEAN),
    LESS_OR_EQUAL("<=", 2, Kind.NUMBER, Kind.BOOLEAN),
    GREATER(">", 2, Kind.NUMBER, Kind.BOOLEAN),
    GREATER_OR_EQUAL(">=", 2, Kind.NUMBER, Kind.BOOLEAN),
    EQUAL("==", 2, Kind.NUMBER, Kind.BOOLEAN),
    NOT_EQUAL("!=", 2, Kind.NUMBER, Kind.BOOLEAN),
    NOT("not", 1, Kind.BOOLEAN, Kind.BOOLEAN),
    AND("and", 2, Kind.BOOLEAN, Kind.BOOLEAN),
    OR("or", 2, Kind.BOOLEAN, Kind.BOOLEAN),
    /** {@code if c then a else b}, of numbers: only the branch that is chosen is looked at. */
    CHOOSE("if", 3, Kind.NUMBER, Kind.NUMBER),
    /** The same of Booleans. */
    CHOOSE_TRUTH("if", 3, Kind.BOOLEAN, Kind.BOOLEAN);

    private final String symbol;
    private final int arity;
    private final Kind operand;
    private final Kind result;

    Operator(String symbol, int arity, Kind operand, Kind result) {
        this.symbol = symbol;
        this.arity = arity;
        this.operand = operand;
        this.result = result;
    }

    /** How it is written: an operator sign, or the name of the function. */
    public String symbol() {
        return symbol;
    }

    public int arity() {
        return arity;
    }

    /** The kind of its operands; the first operand of a choice is a condition. */
    public Kind operand(int index) {
        return isChoice() && index == 0 ? Kind.BOOLEAN : operand;
    }

    public Kind result() {
        return result;
    }

    public boolean isChoice() {
        return this == CHOOSE || this == CHOOSE_TRUTH;
    }

    void check(List<Expr> operands) {
        if (operands.size() != arity) {
            throw new IllegalArgumentException(this + " takes " + arity + " operands, not " + operands.size());
        }
        for (int i = 0; i < arity; i++) {
            if (operands.get(i).kind() != operand(i)) {
                throw new IllegalArgumentException("operand " + (i + 1) + " of " + this + " is a "
                        + operands.get(i).kind());
            }
        }
    }
}

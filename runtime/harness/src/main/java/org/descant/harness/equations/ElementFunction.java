package org.descant.harness.equations;

import java.util.Map;
import java.util.Optional;

/** What is computed element by element; truths are 1 and 0. */
enum ElementFunction {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    NEGATE,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    AND,
    OR,
    NOT,
    SQRT,
    ABS,
    SIGN,
    EXP,
    LOG,
    TANH,
    CBRT,
    COS,
    SIN,
    FLOOR,
    MOD,
    MAX,
    MIN,
    CLIP;

    private static final Map<String, ElementFunction> BY_NAME = Map.ofEntries(
            Map.entry("sqrt", SQRT),
            Map.entry("abs", ABS),
            Map.entry("sign", SIGN),
            Map.entry("exp", EXP),
            Map.entry("log", LOG),
            Map.entry("tanh", TANH),
            Map.entry("cbrt", CBRT),
            Map.entry("cos", COS),
            Map.entry("sin", SIN),
            Map.entry("floor", FLOOR),
            Map.entry("mod", MOD),
            Map.entry("max", MAX),
            Map.entry("min", MIN),
            Map.entry("clip", CLIP));

    static Optional<ElementFunction> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The value; of the operands as many count as there are. */
    double of(double x, double y, double z) {
        return switch (this) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case POWER -> StrictMath.pow(x, y);
            case NEGATE -> -x;
            case LESS -> truth(x < y);
            case LESS_OR_EQUAL -> truth(x <= y);
            case GREATER -> truth(x > y);
            case GREATER_OR_EQUAL -> truth(x >= y);
            case EQUAL -> truth(x == y);
            case NOT_EQUAL -> truth(x != y);
            case AND -> truth(x != 0 && y != 0);
            case OR -> truth(x != 0 || y != 0);
            case NOT -> truth(x == 0);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case TANH -> StrictMath.tanh(x);
            case CBRT -> StrictMath.cbrt(x);
            case COS -> StrictMath.cos(x);
            case SIN -> StrictMath.sin(x);
            case FLOOR -> Math.floor(x);
            case MOD -> x - y * Math.floor(x / y);
            case MAX -> Math.max(x, y);
            case MIN -> Math.min(x, y);
            case CLIP -> Math.min(Math.max(x, y), z);
        };
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }
}

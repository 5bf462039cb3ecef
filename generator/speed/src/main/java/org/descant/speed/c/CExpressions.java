package org.descant.speed.c;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.GivenLeaves;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;

/**
 * Expressions as C, operation by operation in the order written. What is made of {@code + − × ÷ √}, comparisons and choices has the bits of the Java;
 * other functions are those of the C library, for numbers of the type at hand.
 */
final class CExpressions extends GivenLeaves<String> {
    private final Function<Expr, Optional<String>> given;

    /** @param given what stands for a leaf of the tree, or for a part that was computed elsewhere; nothing for other parts */
    CExpressions(Function<Expr, Optional<String>> given) {
        super("C");
        this.given = given;
    }

    String write(Expr expr) {
        return given.apply(expr).orElseGet(() -> expr.accept(this));
    }

    @Override
    public String visitConstant(Constant constant) {
        return literal(constant.value());
    }

    /** A number that is rounded to the type at hand, once. */
    private static String literal(double value) {
        if (Double.isNaN(value)) {
            return "(real)NAN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "(real)INFINITY" : "(-(real)INFINITY)";
        }
        String text = "(real)" + Double.toHexString(Math.abs(value));
        return 1 / value < 0 || value < 0 ? "(-" + text + ")" : text;
    }

    @Override
    public String visitTruth(Truth truth) {
        return truth.value() ? "1" : "0";
    }

    @Override
    public String visitApply(Apply apply) {
        List<Expr> operands = apply.operands();
        return switch (apply.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                infix(operands, apply.operator().symbol());
            case AND -> infix(operands, "&");
            case OR -> infix(operands, "|");
            case NEGATE -> "(-" + write(operands.get(0)) + ")";
            case NOT -> "(!" + write(operands.get(0)) + ")";
            case CHOOSE, CHOOSE_TRUTH ->
                "(" + write(operands.get(0)) + " ? " + write(operands.get(1)) + " : " + write(operands.get(2)) + ")";
            case SQUARE,
                    CUBE,
                    FOURTH,
                    SQRT,
                    ABS,
                    MIN,
                    MAX,
                    POWER,
                    SIGN,
                    CBRT,
                    EXP,
                    LOG,
                    LOG1P,
                    EXPM1,
                    TANH,
                    SIN,
                    COS,
                    ERF,
                    FLOOR,
                    CEIL,
                    ROUND,
                    MOD,
                    CLAMP,
                    HYPOT,
                    BF16,
                    F16,
                    F32,
                    ISFINITE -> call(apply.operator(), operands);
        };
    }

    private String infix(List<Expr> operands, String sign) {
        return "(" + write(operands.get(0)) + " " + sign + " " + write(operands.get(1)) + ")";
    }

    private String call(Operator operator, List<Expr> operands) {
        String name =
                switch (operator) {
                    case SQUARE -> "square";
                    case CUBE -> "cube";
                    case FOURTH -> "fourth";
                    case POWER -> "pow";
                    default -> operator.symbol();
                };
        return "r_" + name + operands.stream().map(this::write).collect(Collectors.joining(", ", "(", ")"));
    }
}

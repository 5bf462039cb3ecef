package org.descant.compiler.ir;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes expressions as a rule would, with no more parentheses than needed; {@code narrow(x)} is where a number is rounded to the type of elements. */
final class ExpressionPrinter implements Expr.Visitor<String> {
    private static final int CHOICE = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private final String weight;

    /** @param weight the name of the parameter */
    ExpressionPrinter(String weight) {
        this.weight = weight;
    }

    String print(Expr expr) {
        return expr.accept(this);
    }

    private String at(Expr expr, int level) {
        String text = print(expr);
        return level(expr) < level ? "(" + text + ")" : text;
    }

    private static int level(Expr expr) {
        if (expr instanceof Constant constant) {
            return constant.value() < 0 || 1 / constant.value() < 0 ? SIGN : ATOM;
        }
        if (!(expr instanceof Apply apply)) {
            return ATOM;
        }
        return switch (apply.operator()) {
            case CHOOSE, CHOOSE_TRUTH -> CHOICE;
            case OR -> OR;
            case AND -> AND;
            case NOT -> NOT;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case NEGATE -> SIGN;
            case POWER, SQUARE, CUBE, FOURTH -> POWER;
            case ABS, SIGN, SQRT, CBRT, EXP, LOG, LOG1P, EXPM1, TANH, SIN, COS, ERF -> ATOM;
            case FLOOR, CEIL, ROUND, MOD, MIN, MAX, CLAMP, HYPOT, BF16, F16, F32, ISFINITE -> ATOM;
        };
    }

    @Override
    public String visitConstant(Constant constant) {
        return number(constant.value());
    }

    /** A number as a rule writes it. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole && 1 / value != Double.NEGATIVE_INFINITY
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    @Override
    public String visitTruth(Truth truth) {
        return Boolean.toString(truth.value());
    }

    @Override
    public String visitHyper(HyperRead hyper) {
        return hyper.hyper().name();
    }

    @Override
    public String visitStepCount(StepCount count) {
        return "t";
    }

    @Override
    public String visitRead(Read read) {
        return read.variable().name();
    }

    @Override
    public String visitPrevious(Previous previous) {
        String name = previous.state().name();
        return name.endsWith("]") ? name : name + "[t-1]";
    }

    @Override
    public String visitWeight(Weight ignored) {
        return weight + "[t-1]";
    }

    @Override
    public String visitGradient(Gradient gradient) {
        return "gradient(" + gradient.evaluation() + ")";
    }

    @Override
    public String visitInput(InputRead input) {
        return input.input().name();
    }

    @Override
    public String visitLoss(Loss loss) {
        return "loss";
    }

    @Override
    public String visitDimension(DimensionRead dimension) {
        return dimension.dimension().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitNarrow(Narrow narrow) {
        return "narrow(" + print(narrow.number()) + ")";
    }

    @Override
    public String visitReduce(Reduce reduce) {
        return reduce.reduction().name().toLowerCase(Locale.ROOT)
                + "("
                + print(reduce.argument())
                + " "
                + reduce.shape().label()
                + ")";
    }

    @Override
    public String visitApply(Apply apply) {
        Operator operator = apply.operator();
        Expr x = apply.operands().get(0);
        int level = level(apply);
        return switch (level) {
            case CHOICE ->
                "if " + at(x, OR) + " then " + at(apply.operands().get(1), OR) + " else "
                        + print(apply.operands().get(2));
            case NOT -> "not " + at(x, NOT);
            case SIGN -> "-" + at(x, SIGN);
            case POWER ->
                at(x, ATOM)
                        + operator.symbol()
                        + (operator.arity() == 2 ? at(apply.operands().get(1), ATOM) : "");
            case OR, AND, SUM, PRODUCT ->
                at(x, level) + infix(apply) + at(apply.operands().get(1), level + 1);
            case COMPARISON -> at(x, SUM) + infix(apply) + at(apply.operands().get(1), SUM);
            default ->
                apply.operands().stream()
                        .map(this::print)
                        .collect(Collectors.joining(", ", operator.symbol() + "(", ")"));
        };
    }

    private static String infix(Apply apply) {
        return " " + apply.operator().symbol() + " ";
    }
}

package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.GivenLeaves;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;
import org.descant.runtime.ElementType;
import org.descant.runtime.Numeric;

/** Expressions as Java, operation by operation in the order written, so that every bit is that of the interpreter. */
final class ExpressionWriter extends GivenLeaves<Fragment> {
    private final Scope scope;

    ExpressionWriter(Scope scope) {
        super("Java");
        this.scope = scope;
    }

    CodeBlock write(Expr expr) {
        return fragment(expr).code();
    }

    /** A condition as what stands before a question mark. */
    CodeBlock choosing(Expr condition) {
        return fragment(condition).within(Fragment.OR);
    }

    private Fragment fragment(Expr expr) {
        Optional<Fragment> given = scope.given(expr);
        return given.isPresent() ? given.get() : expr.accept(this);
    }

    @Override
    public Fragment visitConstant(Constant constant) {
        return Literals.of(constant.value(), scope.type());
    }

    @Override
    public Fragment visitTruth(Truth truth) {
        return Fragment.name(Boolean.toString(truth.value()));
    }

    @Override
    public Fragment visitApply(Apply apply) {
        List<Expr> operands = apply.operands();
        return switch (apply.operator()) {
            case ADD -> infix(operands, "+", Fragment.SUM);
            case SUBTRACT -> infix(operands, "-", Fragment.SUM);
            case MULTIPLY -> infix(operands, "*", Fragment.PRODUCT);
            case DIVIDE -> infix(operands, "/", Fragment.PRODUCT);
            case NEGATE -> prefix("-", operands);
            case SQUARE -> power(operands.get(0), 2);
            case CUBE -> power(operands.get(0), 3);
            case FOURTH -> power(operands.get(0), 4);
            case SQRT -> root(operands);
            case ABS -> call(Math.class, "abs", operands);
            case MIN -> call(Math.class, "min", operands);
            case MAX -> call(Math.class, "max", operands);
            case POWER -> call(Numeric.class, "pow", operands);
            case SIGN,
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
                    ISFINITE -> call(Numeric.class, apply.operator().symbol(), operands);
            case LESS -> infix(operands, "<", Fragment.COMPARISON);
            case LESS_OR_EQUAL -> infix(operands, "<=", Fragment.COMPARISON);
            case GREATER -> infix(operands, ">", Fragment.COMPARISON);
            case GREATER_OR_EQUAL -> infix(operands, ">=", Fragment.COMPARISON);
            case EQUAL -> infix(operands, "==", Fragment.EQUALITY);
            case NOT_EQUAL -> infix(operands, "!=", Fragment.EQUALITY);
            case NOT -> prefix("!", operands);
            case AND -> infix(operands, isGuess(apply) ? "&" : "&&", Fragment.AND);
            case OR -> infix(operands, isGuess(apply) ? "|" : "||", Fragment.OR);
            case CHOOSE -> isGuess(operands.get(0)) ? chosen(operands) : choice(operands);
            case CHOOSE_TRUTH -> choice(operands);
        };
    }

    /**
     * Whether a condition is another one for each element, so that a processor could only guess where a branch leads, and would be wrong half of the
     * time, for twenty times as long as it takes to compute both sides.
     */
    private boolean isGuess(Expr condition) {
        return scope.isOfLoop() && !condition.shape().isNumber();
    }

    /** Operators of one binding go from left to right in Java as in a rule, so only a right operand needs parentheses for them. */
    private Fragment infix(List<Expr> operands, String sign, int binding) {
        CodeBlock left = fragment(operands.get(0)).within(binding);
        CodeBlock right = fragment(operands.get(1)).within(binding + 1);
        return new Fragment(CodeBlock.of("$L$W$L $L", left, sign, right), binding);
    }

    private Fragment prefix(String sign, List<Expr> operands) {
        return Fragment.unary(
                CodeBlock.of("$L$L", sign, fragment(operands.get(0)).within(Fragment.PRIMARY)));
    }

    private Fragment power(Expr base, int exponent) {
        Fragment written = fragment(base);
        Fragment name = written.isName() ? written : scope.keep(scope.describe(base), written.code());
        CodeBlock.Builder product = CodeBlock.builder().add(name.code());
        for (int i = 1; i < exponent; i++) {
            product.add(" * $L", name.code());
        }
        return new Fragment(product.build(), Fragment.PRODUCT);
    }

    private Fragment root(List<Expr> operands) {
        Fragment root = call(Math.class, "sqrt", operands);
        return scope.type() == ElementType.FLOAT ? Fragment.unary(CodeBlock.of("(float) $L", root.code())) : root;
    }

    private Fragment call(Class<?> type, String method, List<Expr> operands) {
        CodeBlock arguments =
                operands.stream().map(operand -> fragment(operand).code()).collect(CodeBlock.joining(", "));
        return Fragment.primary(CodeBlock.of("$T.$L($L)", type, method, arguments));
    }

    /** The condition is in parentheses: Janino takes {@code f(a < b, c} for the beginning of a generic type. */
    private Fragment chosen(List<Expr> operands) {
        Expr condition = operands.get(0);
        boolean isMask = isConstant(operands.get(1), 1) && isConstant(operands.get(2), 0);
        if (isMask && scope.given(condition).isEmpty() && condition instanceof Apply comparison) {
            List<Expr> compared = comparison.operands();
            if (comparison.operator() == Operator.GREATER) {
                return above(compared.get(0), compared.get(1));
            } else if (comparison.operator() == Operator.LESS) {
                return above(compared.get(1), compared.get(0));
            }
        }
        return Fragment.primary(CodeBlock.of(
                "$T.choose($L, $L, $L)",
                Numeric.class,
                fragment(operands.get(0)).within(Fragment.PRIMARY),
                fragment(operands.get(1)).code(),
                fragment(operands.get(2)).code()));
    }

    private static boolean isConstant(Expr expr, double value) {
        Expr number = expr instanceof Narrow narrow ? narrow.number() : expr;
        return number.equals(new Constant(value));
    }

    private Fragment above(Expr high, Expr low) {
        return call(Numeric.class, "above", List.of(high, low));
    }

    private Fragment choice(List<Expr> operands) {
        return new Fragment(
                CodeBlock.of(
                        "$L$W? $L$W: $L",
                        fragment(operands.get(0)).within(Fragment.OR),
                        fragment(operands.get(1)).within(Fragment.OR),
                        fragment(operands.get(2)).within(Fragment.CHOICE)),
                Fragment.CHOICE);
    }
}

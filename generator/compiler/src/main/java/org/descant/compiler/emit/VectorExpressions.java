package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.GivenLeaves;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;
import org.descant.runtime.ElementType;

/**
 * Expressions as calls of the Vector API, operation by operation in the order written, so that every bit is that of {@link ExpressionWriter}: numbers are vectors, conditions are
 * masks, and a choice takes from both sides.
 */
final class VectorExpressions extends GivenLeaves<CodeBlock> {
    /** What has the same bits in a vector as in Java; the Vector API has its own definitions of other functions, or none. */
    private static final Set<Operator> KNOWN = EnumSet.of(
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.MULTIPLY,
            Operator.DIVIDE,
            Operator.NEGATE,
            Operator.SQUARE,
            Operator.CUBE,
            Operator.FOURTH,
            Operator.ABS,
            Operator.SIGN,
            Operator.SQRT,
            Operator.MIN,
            Operator.MAX,
            Operator.CLAMP,
            Operator.ISFINITE,
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL,
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.NOT,
            Operator.AND,
            Operator.OR,
            Operator.CHOOSE,
            Operator.CHOOSE_TRUTH);

    private final KernelScope scope;
    private final VectorTypes types;

    VectorExpressions(KernelScope scope, VectorTypes types) {
        super("vector form");
        this.scope = scope;
        this.types = types;
    }

    /** Whether an operation has a vector form. */
    static boolean knows(Operator operator) {
        return KNOWN.contains(operator);
    }

    /** A vector or, of a condition, a mask. */
    CodeBlock write(Expr expr) {
        Optional<String> flag = scope.flag(expr);
        if (flag.isPresent()) {
            return CodeBlock.of("$L.maskAll($L)", types.species(), flag.get());
        }
        Optional<Fragment> given = scope.given(expr);
        return given.isPresent() ? given.get().code() : expr.accept(this);
    }

    /** What a method is called on. */
    private CodeBlock target(Expr expr) {
        boolean isOneSide = scope.given(expr).isEmpty()
                && expr instanceof Apply apply
                && apply.operator() == Operator.CHOOSE
                && scope.flag(apply.operands().get(0)).isPresent();
        return isOneSide ? CodeBlock.of("($L)", write(expr)) : write(expr);
    }

    /** What an operation takes as its right side: a number as it is, and a vector of all else. */
    private CodeBlock right(Expr expr) {
        return scope.given(expr).isEmpty() && constant(expr).isPresent()
                ? literal(constant(expr).get())
                : write(expr);
    }

    private static Optional<Constant> constant(Expr expr) {
        Expr number = expr instanceof Narrow narrow ? narrow.number() : expr;
        return number instanceof Constant constant ? Optional.of(constant) : Optional.empty();
    }

    private CodeBlock literal(Constant constant) {
        return Literals.of(constant.value(), types.element()).code();
    }

    @Override
    public CodeBlock visitConstant(Constant constant) {
        return CodeBlock.of("$T.broadcast($L, $L)", types.vector(), types.species(), literal(constant));
    }

    @Override
    public CodeBlock visitTruth(Truth truth) {
        return CodeBlock.of("$L.maskAll($L)", types.species(), truth.value());
    }

    @Override
    public CodeBlock visitApply(Apply apply) {
        List<Expr> operands = apply.operands();
        return switch (apply.operator()) {
            case ADD -> call("add", operands);
            case SUBTRACT -> call("sub", operands);
            case MULTIPLY -> call("mul", operands);
            case DIVIDE -> call("div", operands);
            case MIN -> call("min", operands);
            case MAX -> call("max", operands);
            case AND -> call("and", operands);
            case OR -> call("or", operands);
            case NEGATE -> call("neg", operands);
            case NOT -> call("not", operands);
            case ABS -> call("abs", operands);
            case SQRT -> call("sqrt", operands);
            case SQUARE -> power(operands.get(0), 2);
            case CUBE -> power(operands.get(0), 3);
            case FOURTH -> power(operands.get(0), 4);
            case SIGN -> sign(operands.get(0));
            case CLAMP ->
                CodeBlock.of(
                        "$L$Z.min($L)$Z.max($L)",
                        target(operands.get(0)),
                        right(operands.get(2)),
                        right(operands.get(1)));
            case ISFINITE -> compare("LE", CodeBlock.of("$L$Z.abs()", target(operands.get(0))), largest());
            case LESS -> compare("LT", operands);
            case LESS_OR_EQUAL -> compare("LE", operands);
            case GREATER -> compare("GT", operands);
            case GREATER_OR_EQUAL -> compare("GE", operands);
            case EQUAL -> compare("EQ", operands);
            case NOT_EQUAL -> compare("NE", operands);
            case CHOOSE -> choose(operands);
            case CHOOSE_TRUTH -> chooseTruth(operands);
            default -> throw notHere(apply);
        };
    }

    private CodeBlock call(String method, List<Expr> operands) {
        CodeBlock target = target(operands.get(0));
        return operands.size() == 1
                ? CodeBlock.of("$L$Z.$L()", target, method)
                : CodeBlock.of("$L$Z.$L($L)", target, method, right(operands.get(1)));
    }

    private CodeBlock compare(String operator, List<Expr> operands) {
        return compare(operator, target(operands.get(0)), right(operands.get(1)));
    }

    private static CodeBlock compare(String operator, CodeBlock left, CodeBlock right) {
        return CodeBlock.of("$L$Z.compare($T.$L,$W$L)", left, VectorTypes.OPERATORS, operator, right);
    }

    private CodeBlock largest() {
        return CodeBlock.of("$T.MAX_VALUE", types.element() == ElementType.FLOAT ? Float.class : Double.class);
    }

    private CodeBlock power(Expr base, int exponent) {
        CodeBlock written = write(base);
        Fragment fragment = Fragment.primary(written);
        CodeBlock name = fragment.isName()
                ? written
                : scope.keep(scope.describe(base), written).code();
        CodeBlock.Builder product = CodeBlock.builder().add(name);
        for (int i = 1; i < exponent; i++) {
            product.add("$Z.mul($L)", name);
        }
        return product.build();
    }

    /** As {@link org.descant.runtime.Numeric#sign(float)}. */
    private CodeBlock sign(Expr operand) {
        return types.element() == ElementType.FLOAT
                ? CodeBlock.of("$L$Z.mul(0x1p127f)$Z.mul(0x1p23f)$Z.min(1f)$Z.max(-1f)", target(operand))
                : CodeBlock.of("$L$Z.mul(0x1p1023)$Z.mul(0x1p52)$Z.min(1.0)$Z.max(-1.0)", target(operand));
    }

    /** Where one condition is for all elements, the side that it chooses: C2 makes a loop for either. */
    private CodeBlock choose(List<Expr> operands) {
        Optional<String> flag = scope.flag(operands.get(0));
        return flag.isPresent()
                ? CodeBlock.of("$L$W? $L$W: $L", flag.get(), target(operands.get(1)), target(operands.get(2)))
                : CodeBlock.of(
                        "$L$Z.blend($L,$W$L)", target(operands.get(2)), right(operands.get(1)), write(operands.get(0)));
    }

    private CodeBlock chooseTruth(List<Expr> operands) {
        CodeBlock condition = write(operands.get(0));
        return CodeBlock.of(
                "$L$Z.and($L)$Z.or($L$Z.andNot($L))",
                write(operands.get(1)),
                condition,
                write(operands.get(2)),
                condition);
    }
}

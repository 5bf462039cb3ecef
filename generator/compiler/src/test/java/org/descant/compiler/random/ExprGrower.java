package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;

/** Grows expressions of a wanted precision, of at most a wanted shape. */
final class ExprGrower {
    /** Numbers that laws are about, and a few that they are not about. */
    private static final double[] CONSTANTS = {
        0, -0.0, 1, -1, 2, 0.5, 4, -8, 3, 0.1, 0.9, 1e-8, 10, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    private static final Set<Operator> FUNCTIONS = EnumSet.of(
            Operator.POWER,
            Operator.CBRT,
            Operator.EXP,
            Operator.LOG,
            Operator.LOG1P,
            Operator.EXPM1,
            Operator.TANH,
            Operator.SIN,
            Operator.COS,
            Operator.ERF,
            Operator.MOD,
            Operator.HYPOT,
            Operator.BF16,
            Operator.F16,
            Operator.F32);

    private final RandomGenerator random;
    private final Features features;
    private final Scope scope;
    private final View view;
    private final List<Operator> numberOperators = new ArrayList<>();
    private final List<Operator> truthOperators = new ArrayList<>();

    ExprGrower(RandomGenerator random, Features features, Scope scope, View view) {
        this.random = random;
        this.features = features;
        this.scope = scope;
        this.view = view;
        for (Operator operator : Operator.values()) {
            if (!FUNCTIONS.contains(operator) || features.has(Feature.FUNCTIONS)) {
                (operator.result() == Kind.NUMBER ? numberOperators : truthOperators).add(operator);
            }
        }
        // Optimizers are mostly plain arithmetic.
        for (Operator common :
                List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE, Operator.NEGATE)) {
            numberOperators.addAll(List.of(common, common, common));
        }
    }

    /** A double of at most that shape. */
    Expr number(Shape limit) {
        return number(limit, features.depth());
    }

    /** A row, column or element, and not only numbers rounded to its type. */
    Expr element(Shape limit) {
        return element(limit, features.depth());
    }

    /** A condition of at most that shape. */
    Expr condition(Shape limit) {
        return condition(limit, features.depth());
    }

    private Expr number(Shape limit, int depth) {
        if (chance(10)) {
            return scope.again(Precision.NUMBER, limit).orElseGet(() -> constant());
        }
        if (depth == 0 || chance(20)) {
            return chance(30) ? constant() : scope.leaf(Precision.NUMBER, limit).orElseGet(() -> constant());
        }
        if (features.has(Feature.REDUCTIONS) && limit.contains(Shape.MODEL) && chance(25)) {
            return scope.remember(reduce(smaller(limit), depth - 1));
        }
        return scope.remember(apply(depth, limit, d -> number(limit, d)));
    }

    private Expr element(Shape limit, int depth) {
        Expr expr = roundedOrElement(limit, depth);
        if (!expr.shape().isNumber()) {
            return expr;
        }
        return new Apply(chance(50) ? Operator.ADD : Operator.MULTIPLY, expr, elementLeaf(limit));
    }

    private Expr elementLeaf(Shape limit) {
        return scope.leaf(Precision.ELEMENT, limit).orElseGet(() -> reduce(limit, 1));
    }

    private Expr roundedOrElement(Shape limit, int depth) {
        if (chance(10)) {
            return scope.again(Precision.ELEMENT, limit).orElseGet(() -> elementLeaf(limit));
        }
        if (depth == 0 || chance(20)) {
            return chance(30) ? new Narrow(constant()) : elementLeaf(limit);
        }
        if (chance(20)) {
            return new Narrow(number(features.has(Feature.REDUCTIONS) ? Shape.TENSOR : Shape.STEP, depth - 1));
        }
        if (limit.equals(Shape.ELEMENT) && features.has(Feature.ROWS_AND_COLS) && chance(10)) {
            return scope.remember(reduce(chance(50) ? Shape.ROW : Shape.COL, depth - 1));
        }
        return scope.remember(apply(depth, limit, d -> roundedOrElement(limit, d)));
    }

    private Expr apply(int depth, Shape limit, Function<Integer, Expr> operand) {
        Operator operator = numberOperators.get(random.nextInt(numberOperators.size()));
        boolean choice = operator.isChoice();
        List<Expr> operands = new ArrayList<>();
        for (int i = 0; i < operator.arity(); i++) {
            operands.add(choice && i == 0 ? condition(choiceLimit(limit), depth - 1) : operand.apply(depth - 1));
        }
        return new Apply(operator, operands);
    }

    private Shape choiceLimit(Shape limit) {
        return limit.isNumber() || features.has(Feature.ELEMENT_CHOICES) ? limit : Shape.STEP;
    }

    private Expr condition(Shape limit, int depth) {
        if (depth <= 0 || chance(15)) {
            return chance(40)
                    ? new Truth(random.nextBoolean())
                    : scope.leaf(Precision.TRUTH, limit).orElseGet(() -> new Truth(random.nextBoolean()));
        }
        Operator operator = truthOperators.get(random.nextInt(truthOperators.size()));
        boolean elements = !limit.isNumber() && chance(60);
        List<Expr> operands = new ArrayList<>();
        for (int i = 0; i < operator.arity(); i++) {
            if (operator.operand(i) == Kind.BOOLEAN) {
                operands.add(condition(limit, depth - 1));
            } else {
                operands.add(elements ? roundedOrElement(limit, depth - 1) : number(numbers(limit), depth - 1));
            }
        }
        return scope.remember(new Apply(operator, operands));
    }

    private Shape numbers(Shape limit) {
        return limit.isNumber() ? limit : features.has(Feature.REDUCTIONS) ? Shape.TENSOR : Shape.STEP;
    }

    private Expr reduce(Shape shape, int depth) {
        List<Reduction> all = List.of(Reduction.values());
        return new Reduce(all.get(random.nextInt(all.size())), argument(shape, depth), shape, view);
    }

    /** Something that has more entries than the shape. */
    private Expr argument(Shape shape, int depth) {
        if (shape.equals(Shape.MODEL) && chance(15)) {
            Expr perTensor = number(Shape.TENSOR, depth);
            if (perTensor.shape().equals(Shape.TENSOR)) {
                return perTensor;
            }
        }
        Expr element = element(Shape.ELEMENT, depth);
        return element.shape().contains(shape) && !element.shape().equals(shape)
                ? element
                : new Apply(
                        Operator.MULTIPLY,
                        element,
                        scope.leaf(Precision.ELEMENT, Shape.ELEMENT)
                                .filter(leaf -> leaf.shape().equals(Shape.ELEMENT))
                                .orElseGet(Weight::new));
    }

    private Shape smaller(Shape limit) {
        if (limit.contains(Shape.MATRIX) && features.has(Feature.ROWS_AND_COLS) && chance(30)) {
            return Shape.MATRIX;
        }
        return limit.contains(Shape.TENSOR) && chance(70) ? Shape.TENSOR : Shape.MODEL;
    }

    private Expr constant() {
        return new Constant(CONSTANTS[random.nextInt(CONSTANTS.length)]);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

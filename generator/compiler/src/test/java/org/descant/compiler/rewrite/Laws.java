package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.random.Features;
import org.descant.compiler.random.Property;
import org.descant.compiler.random.RuleBuilder;
import org.descant.compiler.random.Trial;

/** Checks laws of one expression: that a rewrite applies them, that they keep every bit, and that near misses are left alone. */
final class Laws {
    private Laws() {}

    /**
     * The letters of a law.
     *
     * @param x any value
     * @param y another one
     * @param a any condition
     * @param b another one
     * @param constant a constant in the precision of x and y
     */
    record Letters(Expr x, Expr y, Expr a, Expr b, DoubleFunction<Expr> constant) {
        static Letters elements() {
            return letters(new Gradient(0), new Weight(), value -> new Narrow(new Constant(value)));
        }

        static Letters numbers() {
            return letters(new Loss(), new RuleBuilder().input("metric", Shape.MODEL), Constant::new);
        }

        private static Letters letters(Expr x, Expr y, DoubleFunction<Expr> constant) {
            Expr a = new Apply(Operator.LESS, x, y);
            Expr b = new Apply(Operator.GREATER_OR_EQUAL, x, y);
            return new Letters(x, y, a, b, constant);
        }

        Expr c(double value) {
            return constant.apply(value);
        }
    }

    static Expr apply(Operator operator, Expr... operands) {
        return new Apply(operator, operands);
    }

    /** The law holds, for elements and for numbers, and the rewrite applies it. */
    static void applies(ExpressionRewrite rewrite, Function<Letters, Expr> before, Function<Letters, Expr> after) {
        for (Letters letters : List.of(Letters.elements(), Letters.numbers())) {
            Expr left = before.apply(letters);
            Expr right = after.apply(letters);
            assertThat(rewrite.rewrite(left)).contains(right);
            assertThat(difference(showing(left, left.shape()), showing(right, left.shape())))
                    .isEmpty();
        }
    }

    /** Two values of one shape have the same bits. */
    static void holds(Expr one, Expr other) {
        assertThat(difference(showing(one, one.shape()), showing(other, one.shape())))
                .isEmpty();
    }

    /** The rewrite leaves the expression alone. */
    static void leaves(ExpressionRewrite rewrite, Function<Letters, Expr> expr) {
        for (Letters letters : List.of(Letters.elements(), Letters.numbers())) {
            assertThat(rewrite.rewrite(expr.apply(letters))).isEmpty();
        }
    }

    /** What looks like a law is none: the rewrite leaves the left side alone, and there are numbers that tell the sides apart. */
    static void nearMiss(ExpressionRewrite rewrite, Function<Letters, Expr> before, Function<Letters, Expr> after) {
        leaves(rewrite, before);
        Letters letters = Letters.elements();
        Expr left = before.apply(letters);
        assertThat(difference(showing(left, left.shape()), showing(after.apply(letters), left.shape())))
                .isPresent();
    }

    /** Random rules show the same bits before and after. */
    static void keepsBitsOfRandomRules(Rewrite rewrite, long firstSeed) {
        Property.holdsFor(100, firstSeed, Features.all(), system -> {
            EquationSystem rewritten =
                    Verifier.verify(Rewriter.of(rewrite).rewrite(system).system());
            return Trial.several(firstSeed, 2).stream()
                    .flatMap(trial -> trial.difference(system, rewritten).stream())
                    .findFirst();
        });
    }

    /** The first difference that awkward numbers show. */
    static Optional<String> difference(EquationSystem before, EquationSystem after) {
        return Trial.several(7, 16).stream()
                .flatMap(trial -> trial.difference(before, after).stream())
                .findFirst();
    }

    /** A rule whose output of that shape is the value; a condition shows as 1 or 0. */
    private static EquationSystem showing(Expr value, Shape shape) {
        RuleBuilder rule = new RuleBuilder();
        rule.input("metric", Shape.MODEL);
        DoubleFunction<Expr> constant = shape.isNumber() ? Constant::new : v -> new Narrow(new Constant(v));
        Expr number = value.kind() == Kind.NUMBER
                ? value
                : new Apply(Operator.CHOOSE, value, constant.apply(1), constant.apply(0));
        rule.show("value", shape, number);
        return rule.build(new Weight());
    }
}

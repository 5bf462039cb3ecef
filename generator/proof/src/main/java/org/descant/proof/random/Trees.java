package org.descant.proof.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.ShapeWord;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Syntax trees that no text stands behind. */
final class Trees {
    static final Span NOWHERE = new SourceText("<random>", "").span();

    private Trees() {}

    static Name name(String text) {
        return new Name(text, NOWHERE);
    }

    /** A number, also one that no numeral is written for: negative or infinite. */
    static Expression number(double value) {
        if (value < 0 || Double.compare(value, -0.0) == 0) {
            return minus(number(-value));
        }
        return Double.isInfinite(value) ? read("inf") : new NumberLiteral(value, NOWHERE);
    }

    static Expression truth(boolean value) {
        return new TruthLiteral(value, NOWHERE);
    }

    static Reference read(String... path) {
        return new Reference(Arrays.stream(path).map(Trees::name).toList(), NOWHERE);
    }

    /** {@code name[t]} or {@code name[t-3]}. */
    static Expression at(Reference base, int stepsAgo) {
        return new Indexed(base, stepsAgo == 0 ? read("t") : ago(number(stepsAgo)), NOWHERE);
    }

    /** {@code t - n}. */
    static Expression ago(Expression steps) {
        return chain(ChainOperator.SUBTRACT, read("t"), steps);
    }

    static Expression minus(Expression operand) {
        return new Unary(UnaryOperator.NEGATE, operand, NOWHERE);
    }

    static Expression not(Expression operand) {
        return new Unary(UnaryOperator.NOT, operand, NOWHERE);
    }

    static Expression power(Expression base, Expression exponent) {
        return new Power(base, exponent, NOWHERE);
    }

    static Expression chain(ChainOperator operator, Expression left, Expression right) {
        return new Chain(List.of(left, right), List.of(operator), NOWHERE);
    }

    static Expression choice(Expression condition, Expression yes, Expression no) {
        return new Conditional(List.of(new Conditional.Branch(condition, yes)), no, NOWHERE);
    }

    static Expression comparison(ComparisonOperator operator, Expression left, Expression right) {
        return new Comparison(operator, left, right, NOWHERE);
    }

    static Argument positional(Expression value) {
        return new Argument(Optional.empty(), false, value, NOWHERE);
    }

    static Argument fixed(String name, Expression value) {
        return new Argument(Optional.of(name(name)), true, value, NOWHERE);
    }

    static Argument changed(String name, Expression value) {
        return new Argument(Optional.of(name(name)), false, value, NOWHERE);
    }

    static Expression call(String function, Expression... arguments) {
        return call(function, Arrays.stream(arguments).map(Trees::positional).toList());
    }

    static Call call(String function, List<Argument> arguments) {
        return new Call(name(function), arguments, Optional.empty(), NOWHERE);
    }

    static Expression reduction(String function, Optional<ShapeWord> per, Expression... arguments) {
        return new Call(
                name(function), Arrays.stream(arguments).map(Trees::positional).toList(), per, NOWHERE);
    }

    static Equation equation(String name, Expression value) {
        return new Equation(Optional.empty(), name(name), Optional.empty(), value, Optional.empty(), NOWHERE);
    }

    static Equation equation(String name, Expression value, Optional<Expression> when) {
        return new Equation(Optional.empty(), name(name), Optional.empty(), value, when, NOWHERE);
    }

    /** {@code name[t] = value}. */
    static Equation update(String name, Expression value) {
        return new Equation(Optional.empty(), name(name), Optional.of(read("t")), value, Optional.empty(), NOWHERE);
    }

    static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}

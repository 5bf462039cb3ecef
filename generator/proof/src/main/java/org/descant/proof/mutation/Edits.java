package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Edits of expressions, and the questions that are asked of what is edited; what is new has the span of what it takes the place of. */
final class Edits {
    private Edits() {}

    static Expression number(double value, Span span) {
        return new NumberLiteral(value, span);
    }

    static Expression negated(Expression expression) {
        return expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE
                ? unary.operand()
                : new Unary(UnaryOperator.NEGATE, expression, expression.span());
    }

    static Reference name(String text, Span span) {
        return new Reference(List.of(new Name(text, span)), span);
    }

    static Expression sum(Expression left, Expression right) {
        return new Chain(List.of(left, right), List.of(ChainOperator.ADD), left.span());
    }

    static Expression difference(Expression left, Expression right) {
        return new Chain(List.of(left, right), List.of(ChainOperator.SUBTRACT), left.span());
    }

    static Expression product(Expression left, Expression right) {
        return new Chain(List.of(left, right), List.of(ChainOperator.MULTIPLY), left.span());
    }

    /** {@code name[t-1]}. */
    static Expression before(Reference name) {
        return new Indexed(name, difference(name("t", name.span()), number(1, name.span())), name.span());
    }

    static Call call(String function, List<Expression> arguments, Span span) {
        List<Argument> positional = arguments.stream()
                .map(value -> new Argument(Optional.empty(), false, value, value.span()))
                .toList();
        return new Call(new Name(function, span), positional, Optional.empty(), span);
    }

    static Argument with(Argument argument, Expression value) {
        return new Argument(argument.name(), argument.fixes(), value, argument.span());
    }

    static Call with(Call call, List<Argument> arguments) {
        return new Call(call.function(), arguments, call.per(), call.span());
    }

    static Call with(Call call, int place, Expression value) {
        return with(
                call, replaced(call.arguments(), place, with(call.arguments().get(place), value)));
    }

    static Chain with(Chain chain, int operand, Expression value) {
        return new Chain(replaced(chain.operands(), operand, value), chain.operators(), chain.span());
    }

    static Chain with(Chain chain, int operator, ChainOperator value) {
        return new Chain(chain.operands(), replaced(chain.operators(), operator, value), chain.span());
    }

    /** A copy of a list with another element at a place. */
    static <T> List<T> replaced(List<T> list, int place, T element) {
        List<T> copy = new ArrayList<>(list);
        copy.set(place, element);
        return copy;
    }

    /** A copy of a list without one of its elements. */
    static <T> List<T> without(List<T> list, int place) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(place);
        return copy;
    }

    /** Whether this is that name alone. */
    static boolean isName(Expression expression, String name) {
        return expression instanceof Reference reference
                && reference.path().size() == 1
                && reference.path().get(0).text().equals(name);
    }

    static boolean isNumber(Expression expression, double value) {
        return expression instanceof NumberLiteral number && number.value() == value;
    }

    static boolean isSum(Expression expression) {
        return expression instanceof Chain chain
                && (chain.operators().get(0) == ChainOperator.ADD
                        || chain.operators().get(0) == ChainOperator.SUBTRACT);
    }

    static boolean isProduct(Expression expression) {
        return expression instanceof Chain chain
                && (chain.operators().get(0) == ChainOperator.MULTIPLY
                        || chain.operators().get(0) == ChainOperator.DIVIDE);
    }
}

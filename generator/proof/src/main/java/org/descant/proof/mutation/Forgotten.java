package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;

/** What people forget, put back: mutations that lead from a wrong rule to the right one. */
final class Forgotten {
    static final List<MutationOperator> ALL = List.of(
            new MutationOperator("square added", Forgotten::square),
            new MutationOperator("root added", Forgotten::root),
            new MutationOperator("eps added", Forgotten::epsilon),
            new MutationOperator("bias correction added", Forgotten::biasCorrection),
            new MutationOperator("decay added", Forgotten::decay),
            new MutationOperator("factor added", Forgotten::factor),
            new MutationOperator("weights exchanged", Forgotten::weightsExchanged));

    private static final String FRACTION = "[0, 1)";

    private Forgotten() {}

    private static List<Expression> square(Expression expression, Surroundings around) {
        return isValue(expression, around) && !(expression instanceof Power)
                ? List.of(new Power(expression, Edits.number(2, expression.span()), expression.span()))
                : List.of();
    }

    private static List<Expression> root(Expression expression, Surroundings around) {
        boolean isRoot =
                expression instanceof Call call && call.function().text().equals("sqrt");
        return isValue(expression, around) && !isRoot
                ? List.of(Edits.call("sqrt", List.of(expression), expression.span()))
                : List.of();
    }

    private static List<Expression> epsilon(Expression expression, Surroundings around) {
        return isValue(expression, around)
                ? hypers(around)
                        .filter(hyper -> hyper.startsWith("eps"))
                        .map(hyper -> Edits.sum(expression, Edits.name(hyper, expression.span())))
                        .toList()
                : List.of();
    }

    /** {@code m[t] / (1 - beta^t)} for {@code m[t]}. */
    private static List<Expression> biasCorrection(Expression expression, Surroundings around) {
        return isRead(expression, around)
                ? fractions(around).map(hyper -> corrected(expression, hyper)).toList()
                : List.of();
    }

    static Expression corrected(Expression expression, String hyper) {
        Expression power =
                new Power(Edits.name(hyper, expression.span()), Edits.name("t", expression.span()), expression.span());
        return divided(expression, Edits.difference(Edits.number(1, expression.span()), power));
    }

    /** {@code g + weight_decay * w[t-1]} for {@code g}. */
    private static List<Expression> decay(Expression expression, Surroundings around) {
        if (!isRead(expression, around)
                || !around.hypers().containsKey(DecayVariants.DECAY)
                || around.parameter().isEmpty()) {
            return List.of();
        }
        Expression weight = Edits.before(Edits.name(around.parameter().orElseThrow(), expression.span()));
        return List.of(
                Edits.sum(expression, Edits.product(Edits.name(DecayVariants.DECAY, expression.span()), weight)));
    }

    /** Multiplied by a hyperparameter, or by 1 less a fraction. */
    private static List<Expression> factor(Expression expression, Surroundings around) {
        if (!isValue(expression, around) || Edits.isSum(expression)) {
            return List.of();
        }
        List<Expression> products = new ArrayList<>();
        hypers(around).forEach(hyper -> products.add(multiplied(expression, Edits.name(hyper, expression.span()))));
        fractions(around)
                .map(hyper ->
                        Edits.difference(Edits.number(1, expression.span()), Edits.name(hyper, expression.span())))
                .forEach(rest -> products.add(multiplied(expression, rest)));
        return products;
    }

    /** {@code beta * m[t-1] + (1 - beta) * g} for {@code (1 - beta) * m[t-1] + beta * g}. */
    private static List<Expression> weightsExchanged(Expression expression, Surroundings around) {
        if (!(expression instanceof Chain sum)
                || !sum.operators().equals(List.of(ChainOperator.ADD))
                || !sum.operands().stream().allMatch(Edits::isProduct)) {
            return List.of();
        }
        Chain first = (Chain) sum.operands().get(0);
        Chain second = (Chain) sum.operands().get(1);
        return List.of(Edits.sum(
                Edits.with(first, 0, second.operands().get(0)),
                Edits.with(second, 0, first.operands().get(0))));
    }

    /** Nothing at the first step, where there is no step before. */
    static Expression notAtFirst(Expression value) {
        Span span = value.span();
        Expression first = new Comparison(ComparisonOperator.EQUAL, Edits.name("t", span), Edits.number(1, span), span);
        return new Conditional(List.of(new Conditional.Branch(first, Edits.number(0, span))), value, span);
    }

    /** Whether this is a value that something can have been forgotten of: no number, and no hyperparameter. */
    private static boolean isValue(Expression expression, Surroundings around) {
        return isRead(expression, around)
                || expression instanceof Call
                || expression instanceof Power
                || Edits.isSum(expression)
                || Edits.isProduct(expression);
    }

    private static boolean isRead(Expression expression, Surroundings around) {
        return expression instanceof Indexed
                || (expression instanceof Reference reference
                        && !Edits.isName(reference, "t")
                        && !around.hypers().containsKey(reference.path().get(0).text()));
    }

    private static Stream<String> hypers(Surroundings around) {
        return around.hypers().keySet().stream().sorted();
    }

    private static Stream<String> fractions(Surroundings around) {
        return hypers(around).filter(hyper -> FRACTION.equals(around.hypers().get(hyper)));
    }

    private static Expression multiplied(Expression expression, Expression factor) {
        return Edits.isProduct(expression)
                ? extended((Chain) expression, ChainOperator.MULTIPLY, factor)
                : Edits.product(expression, factor);
    }

    private static Expression divided(Expression expression, Expression divisor) {
        return new Chain(List.of(expression, divisor), List.of(ChainOperator.DIVIDE), expression.span());
    }

    private static Expression extended(Chain chain, ChainOperator operator, Expression operand) {
        List<Expression> operands = new ArrayList<>(chain.operands());
        operands.add(operand);
        List<ChainOperator> operators = new ArrayList<>(chain.operators());
        operators.add(operator);
        return new Chain(operands, operators, chain.span());
    }
}

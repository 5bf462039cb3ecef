package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;

/** Puts an expression in place of every bare reading of a name. */
final class ReplaceName implements Expression.Visitor<Expression> {
    private final String name;
    private final Function<Span, Expression> replacement;

    private ReplaceName(String name, Function<Span, Expression> replacement) {
        this.name = name;
        this.replacement = replacement;
    }

    static Expression in(Expression expression, String name, Function<Span, Expression> replacement) {
        return expression.accept(new ReplaceName(name, replacement));
    }

    @Override
    public Expression visitNumber(NumberLiteral number) {
        return number;
    }

    @Override
    public Expression visitTruth(TruthLiteral truth) {
        return truth;
    }

    @Override
    public Expression visitReference(Reference reference) {
        return Trees.isName(reference, name) ? replacement.apply(reference.span()) : reference;
    }

    @Override
    public Expression visitIndexed(Indexed indexed) {
        return indexed;
    }

    @Override
    public Expression visitCall(Call call) {
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            arguments.add(Trees.with(argument, argument.value().accept(this)));
        }
        return Trees.with(call, arguments);
    }

    @Override
    public Expression visitUnary(Unary unary) {
        return new Unary(unary.operator(), unary.operand().accept(this), unary.span());
    }

    @Override
    public Expression visitPower(Power power) {
        return new Power(power.base().accept(this), power.exponent().accept(this), power.span());
    }

    @Override
    public Expression visitChain(Chain chain) {
        List<Expression> operands =
                chain.operands().stream().map(operand -> operand.accept(this)).toList();
        return new Chain(operands, chain.operators(), chain.span());
    }

    @Override
    public Expression visitComparison(Comparison comparison) {
        return new Comparison(
                comparison.operator(),
                comparison.left().accept(this),
                comparison.right().accept(this),
                comparison.span());
    }

    @Override
    public Expression visitConditional(Conditional conditional) {
        List<Conditional.Branch> branches = conditional.branches().stream()
                .map(branch -> new Conditional.Branch(
                        branch.condition().accept(this), branch.value().accept(this)))
                .toList();
        return new Conditional(branches, conditional.otherwise().accept(this), conditional.span());
    }
}

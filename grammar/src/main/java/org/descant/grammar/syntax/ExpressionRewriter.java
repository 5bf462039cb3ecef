package org.descant.grammar.syntax;

import java.util.List;

/**
 * A rewriting of expressions from the leaves up: what it says of names and indexed names is put in their places, and all else stays as it
 * was written.
 */
public abstract class ExpressionRewriter implements Expression.Visitor<Expression> {
    @Override
    public Expression visitNumber(NumberLiteral number) {
        return number;
    }

    @Override
    public Expression visitTruth(TruthLiteral truth) {
        return truth;
    }

    @Override
    public Expression visitCall(Call call) {
        List<Argument> arguments = call.arguments().stream()
                .map(argument -> new Argument(
                        argument.name(), argument.fixes(), argument.value().accept(this), argument.span()))
                .toList();
        return new Call(call.function(), arguments, call.per(), call.span());
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

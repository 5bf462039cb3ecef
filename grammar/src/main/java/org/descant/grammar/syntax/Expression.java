package org.descant.grammar.syntax;

/** What has a value. Parentheses leave no trace but in the spans: the tree says what belongs together. */
public sealed interface Expression extends Node
        permits NumberLiteral, TruthLiteral, Reference, Indexed, Call, Unary, Power, Chain, Comparison, Conditional {
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of expression; there is no default, so that a new kind is noticed everywhere. */
    interface Visitor<R> {
        R visitNumber(NumberLiteral number);

        R visitTruth(TruthLiteral truth);

        R visitReference(Reference reference);

        R visitIndexed(Indexed indexed);

        R visitCall(Call call);

        R visitUnary(Unary unary);

        R visitPower(Power power);

        R visitChain(Chain chain);

        R visitComparison(Comparison comparison);

        R visitConditional(Conditional conditional);
    }
}

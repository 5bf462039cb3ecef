package org.descant.proof.mutation;

import java.util.LinkedHashSet;
import java.util.Set;
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

/** Collects the names that expressions read under given options: values and, apart from them, functions. */
final class ReadNames implements Expression.Visitor<ReadNames> {
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private OptionSets live;

    ReadNames(OptionSets live) {
        this.live = live;
    }

    /** The names of values; of {@code p.ratio} the first part. */
    Set<String> values() {
        return values;
    }

    Set<String> functions() {
        return functions;
    }

    @Override
    public ReadNames visitNumber(NumberLiteral number) {
        return this;
    }

    @Override
    public ReadNames visitTruth(TruthLiteral truth) {
        return this;
    }

    @Override
    public ReadNames visitReference(Reference reference) {
        values.add(reference.path().get(0).text());
        return this;
    }

    @Override
    public ReadNames visitIndexed(Indexed indexed) {
        return visitReference(indexed.base());
    }

    @Override
    public ReadNames visitCall(Call call) {
        functions.add(call.function().text());
        for (Argument argument : call.arguments()) {
            argument.value().accept(this);
        }
        return this;
    }

    @Override
    public ReadNames visitUnary(Unary unary) {
        return unary.operand().accept(this);
    }

    @Override
    public ReadNames visitPower(Power power) {
        power.base().accept(this);
        return power.exponent().accept(this);
    }

    @Override
    public ReadNames visitChain(Chain chain) {
        chain.operands().forEach(operand -> operand.accept(this));
        return this;
    }

    @Override
    public ReadNames visitComparison(Comparison comparison) {
        comparison.left().accept(this);
        return comparison.right().accept(this);
    }

    @Override
    public ReadNames visitConditional(Conditional conditional) {
        OptionSets before = live;
        for (Conditional.Branch branch : conditional.branches()) {
            OptionSets reaching = live;
            if (!reaching.isEmpty()) {
                branch.condition().accept(this);
            }
            read(reaching.where(branch.condition(), true), branch.value());
            live = reaching.where(branch.condition(), false);
        }
        read(live, conditional.otherwise());
        live = before;
        return this;
    }

    private void read(OptionSets reaching, Expression value) {
        OptionSets before = live;
        live = reaching;
        if (!reaching.isEmpty()) {
            value.accept(this);
        }
        live = before;
    }
}

package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.RuleParameter;

/** Grows equations that apply a rule inside another, by its name or as a parameter. */
final class ApplicationGrower {
    private final Dice dice;
    private final Language language;
    private final Names names;
    private final Scope scope;
    private final ExpressionGrower grower;
    private final String weight;
    private final String gradient;
    private final boolean seesLast;

    ApplicationGrower(
            Dice dice,
            Language language,
            Names names,
            Scope scope,
            ExpressionGrower grower,
            String weight,
            String gradient,
            boolean seesLast) {
        this.dice = dice;
        this.language = language;
        this.names = names;
        this.scope = scope;
        this.grower = grower;
        this.weight = weight;
        this.gradient = gradient;
        this.seesLast = seesLast;
    }

    /** The items that apply the rule once, or twice where it is a parameter. */
    List<BodyItem> apply(GrownOptimizer rule) {
        List<BodyItem> items = new ArrayList<>();
        if (dice.chance(50)) {
            items.add(application(rule.name(), rule, rule.settables()));
            return items;
        }
        String parameter = names.function("inner");
        List<Settable> free = new ArrayList<>(rule.settables());
        List<Argument> bindings = new ArrayList<>();
        for (Settable settable : rule.settables()) {
            if (dice.chance(25)) {
                boolean fixes = dice.chance(60);
                Expression value = settable.value(dice);
                bindings.add(fixes ? Trees.fixed(settable.name(), value) : Trees.changed(settable.name(), value));
                if (fixes) {
                    free.remove(settable);
                }
            }
        }
        items.add(new RuleParameter(
                Optional.empty(), Trees.name(parameter), Trees.name(rule.name()), bindings, Trees.NOWHERE));
        for (int i = dice.pick(1, 1, 2); i > 0; i--) {
            items.add(application(parameter, rule, free));
        }
        return items;
    }

    private BodyItem application(String function, GrownOptimizer rule, List<Settable> free) {
        List<Argument> arguments = new ArrayList<>();
        Expression before = Trees.at(Trees.read(weight), 1);
        arguments.add(Trees.positional(
                dice.chance(60) ? before : Trees.chain(ChainOperator.ADD, before, grower.small(Shape.ELEMENT))));
        if (rule.takesGradient()) {
            arguments.add(Trees.positional(dice.chance(50) ? Trees.read(gradient) : grower.element()));
        }
        for (Settable settable : free) {
            if (dice.chance(25)) {
                arguments.add(Trees.fixed(settable.name(), passed(settable, rule)));
            }
        }
        String name = names.fresh("p");
        Optional<Expression> when = language.has(Feature.WHEN) && dice.chance(40)
                ? Optional.of(grower.truth(language.has(Feature.REDUCTIONS) ? Shape.MODEL : Shape.STEP))
                : Optional.empty();
        Expression call = Trees.call(function, arguments);
        scope.addNumber(Trees.read(name), Shape.ELEMENT);
        return Trees.equation(name, call, when);
    }

    /** The value, if every range holds it, which NaN is never; another one otherwise. */
    static Expression within(Expression value) {
        Expression least = Trees.comparison(ComparisonOperator.GREATER_OR_EQUAL, value, Trees.number(0.125));
        Expression most = Trees.comparison(ComparisonOperator.LESS_OR_EQUAL, value, Trees.number(0.5));
        return Trees.choice(Trees.chain(ChainOperator.AND, least, most), value, Trees.number(0.25));
    }

    /** A value of any shape, within every range if it is one per step. */
    private Expression passed(Settable settable, GrownOptimizer rule) {
        if (settable.kind() != Settable.Kind.REAL || settable.starts() || dice.chance(30)) {
            return settable.value(dice);
        }
        if (!rule.anyShape()) {
            return within(grower.small(Shape.STEP));
        }
        return within(rule.seesLast() == seesLast ? grower.small(Shape.ELEMENT) : grower.element());
    }
}

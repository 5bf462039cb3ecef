package org.descant.compiler.resolve.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.ExpressionRewriter;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Reference;

/**
 * An equation for {@code x[t+1]}, rewritten as one for {@code x[t]}: every index behind a name that is defined so moves to an earlier
 * step, the others stay. Papers that print θₜ₊₁ = θₜ − … mean it so: they count the parameter after the update, and everything else with it.
 */
public final class ShiftTime extends ExpressionRewriter {
    private final Map<String, Integer> steps;

    private ShiftTime(Map<String, Integer> steps) {
        this.steps = steps;
    }

    /** The names that a body defines at a later step than t, and by how many steps. */
    public static Map<String, Integer> late(List<BodyItem> items) {
        Map<String, Integer> late = new HashMap<>();
        for (BodyItem item : items) {
            if (item instanceof Equation equation
                    && equation.index().isPresent()
                    && TimeIndices.literal(equation.index().get()) instanceof TimeIndex.Future future) {
                late.put(equation.name().text(), future.steps());
            }
        }
        return late;
    }

    public static Equation earlier(Equation equation, Map<String, Integer> steps) {
        if (!steps.containsKey(equation.name().text())) {
            return equation;
        }
        ShiftTime shift = new ShiftTime(steps);
        return new Equation(
                Optional.empty(),
                equation.name(),
                equation.index().map(index -> shift.index(equation.name().text(), index)),
                equation.value().accept(shift),
                equation.when().map(condition -> condition.accept(shift)),
                equation.span());
    }

    private Expression index(String name, Expression index) {
        int moved = steps.getOrDefault(name, 0);
        TimeIndex time = TimeIndices.literal(index);
        if (time instanceof TimeIndex.Now) {
            return at(-moved, index.span());
        } else if (time instanceof TimeIndex.Past past) {
            return at(-past.steps() - moved, index.span());
        } else if (time instanceof TimeIndex.Future future) {
            return at(future.steps() - moved, index.span());
        }
        return index;
    }

    private static Expression at(int offset, Span span) {
        Expression t = new Reference(List.of(new Name("t", span)), span);
        if (offset == 0) {
            return t;
        }
        String digits = Integer.toString(Math.abs(offset));
        Expression number = new NumberLiteral(Math.abs(offset), new SourceText("", digits).span());
        ChainOperator sign = offset < 0 ? ChainOperator.SUBTRACT : ChainOperator.ADD;
        return new Chain(List.of(t, number), List.of(sign), span);
    }

    @Override
    public Expression visitReference(Reference reference) {
        return reference;
    }

    @Override
    public Expression visitIndexed(Indexed indexed) {
        List<Name> path = indexed.base().path();
        return path.size() == 1 && steps.containsKey(path.get(0).text())
                ? new Indexed(indexed.base(), index(path.get(0).text(), indexed.index()), indexed.span())
                : indexed;
    }
}

package org.descant.compiler.resolve.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.StateDeclaration;

/** The left sides of the equations of one body: each at t, every state and the parameter once. */
final class EquationCheck {
    private final Errors errors;
    private final Map<String, StateDeclaration> states;
    private final Optional<String> weight;
    private final Map<String, Name> defined = new HashMap<>();
    private Map<String, Integer> late = Map.of();

    EquationCheck(Errors errors, Map<String, StateDeclaration> states, Optional<String> weight) {
        this.errors = errors;
        this.states = states;
        this.weight = weight;
    }

    void check(List<BodyItem> items, Name owner) {
        late = ShiftTime.late(items);
        for (BodyItem item : items) {
            if (item instanceof Equation equation) {
                check(equation);
            }
        }
        states.forEach((name, state) -> {
            if (!defined.containsKey(name)) {
                errors.error(
                        state.name().span(), "the state '" + name + "' has no equation", "write " + name + "[t] = …");
            }
        });
        weight.filter(name -> !defined.containsKey(name))
                .ifPresent(name -> errors.error(
                        owner.span(),
                        "the rule '" + owner.text() + "' does not say what becomes of the parameter",
                        "write " + name + "[t] = " + name + "[t-1] - …"));
    }

    private void check(Equation equation) {
        String name = equation.name().text();
        boolean timed = states.containsKey(name) || weight.equals(Optional.of(name));
        if (timed) {
            Name first = defined.putIfAbsent(name, equation.name());
            if (first != null) {
                Span at = first.span();
                errors.error(
                        equation.name().span(),
                        "'" + name + "[t]' is defined twice",
                        "the first definition is in line " + at.source().line(at.start()));
            }
        }
        if (equation.index().isEmpty()) {
            if (timed) {
                errors.error(
                        equation.name().span(),
                        "'" + name + "' is " + (states.containsKey(name) ? "a state" : "the parameter")
                                + " and is defined with its time",
                        "write " + name + "[t] = …");
            }
            return;
        }
        TimeIndex index = TimeIndices.literal(equation.index().get());
        Span at = equation.name().span().to(equation.index().get().span());
        if (index instanceof TimeIndex.Future) {
            errors.error(
                    at,
                    "an equation says what a name is at t",
                    "write " + SourceLine.of(ShiftTime.earlier(equation, late)));
        } else if (!(index instanceof TimeIndex.Now)) {
            errors.error(
                    at,
                    "an equation says what a name is at t",
                    index instanceof TimeIndex.Origin && states.containsKey(name)
                            ? "the start is written where the state is declared: state " + name + " = …"
                            : "write " + name + "[t] = …");
        }
    }
}

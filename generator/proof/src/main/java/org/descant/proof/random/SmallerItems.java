package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleParameter;
import org.descant.grammar.syntax.StateDeclaration;

/** Versions of an item that are smaller at one place. */
final class SmallerItems {
    private SmallerItems() {}

    static List<BodyItem> of(BodyItem item) {
        List<BodyItem> smaller = new ArrayList<>();
        if (item instanceof Equation equation) {
            equation.when().ifPresent(condition -> {
                smaller.add(equation(equation, equation.value(), Optional.empty()));
                SmallerExpressions.of(condition)
                        .forEach(when -> smaller.add(equation(equation, equation.value(), Optional.of(when))));
            });
            SmallerExpressions.of(equation.value())
                    .forEach(value -> smaller.add(equation(equation, value, equation.when())));
        } else if (item instanceof StateDeclaration state) {
            states(state, smaller);
        } else if (item instanceof HyperDeclaration hyper) {
            if (hyper.range().isPresent() || hyper.doc().isPresent()) {
                smaller.add(new HyperDeclaration(
                        Optional.empty(), hyper.name(), hyper.defaultValue(), Optional.empty(), hyper.span()));
            }
        } else if (item instanceof OutputDeclaration output) {
            output.value().ifPresent(whole -> SmallerExpressions.of(whole)
                    .forEach(value -> smaller.add(
                            new OutputDeclaration(output.doc(), output.name(), Optional.of(value), output.span()))));
        } else if (item instanceof Return result) {
            SmallerExpressions.of(result.value()).forEach(value -> smaller.add(new Return(value, result.span())));
        } else if (item instanceof RuleParameter rule) {
            SmallerFiles.arguments(rule.arguments())
                    .forEach(fewer ->
                            smaller.add(new RuleParameter(rule.doc(), rule.name(), rule.base(), fewer, rule.span())));
        }
        return smaller;
    }

    private static Equation equation(Equation old, Expression value, Optional<Expression> when) {
        return new Equation(old.doc(), old.name(), old.index(), value, when, old.span());
    }

    private static void states(StateDeclaration state, List<BodyItem> smaller) {
        if (state.storage().isPresent()) {
            smaller.add(new StateDeclaration(
                    state.doc(), state.name(), state.per(), Optional.empty(), state.start(), state.span()));
        }
        if (state.per().isPresent()) {
            smaller.add(new StateDeclaration(
                    state.doc(), state.name(), Optional.empty(), state.storage(), state.start(), state.span()));
        }
        SmallerExpressions.of(state.start())
                .forEach(start -> smaller.add(new StateDeclaration(
                        state.doc(), state.name(), state.per(), state.storage(), start, state.span())));
    }
}

package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;

/** Every whole term of a model, with its parts in the order of their dependency. */
record Roots(
        List<Of<ModelEquation>> equations,
        List<OfState> states,
        List<Of<ModelEvaluation>> points,
        List<Of<ModelCheck>> checks) {
    /** A term and what it belongs to. */
    record Of<T>(T owner, TermOrder term) {}

    /**
     * A state and its two terms.
     *
     * @param value the equation that defines a declared state's value at t; both have one shape
     */
    record OfState(ModelState owner, TermOrder start, TermOrder next, Optional<String> value) {}

    /** A term and the name of the equation, state or hyperparameter that it belongs to; an evaluation has none. */
    record Named(String owner, TermOrder term) {}

    /** All terms. */
    List<Named> all() {
        List<Named> all = new ArrayList<>();
        equations.forEach(equation -> all.add(new Named(equation.owner().name(), equation.term())));
        states.forEach(state -> all.add(new Named(state.owner().name(), state.start())));
        states.forEach(state -> all.add(new Named(state.owner().name(), state.next())));
        points.forEach(point -> all.add(new Named("", point.term())));
        checks.forEach(check -> all.add(new Named(check.owner().name(), check.term())));
        return all;
    }

    static Roots of(RuleModel model) {
        List<Of<ModelEquation>> equations = new ArrayList<>();
        for (ModelEquation equation : model.equations()) {
            equations.add(new Of<>(equation, TermOrder.of(equation.value())));
        }
        List<OfState> states = new ArrayList<>();
        for (ModelState state : model.states()) {
            Optional<String> value = Optional.empty();
            if (state.kind() == StateKind.DECLARED && state.next() instanceof Term.VariableTerm variable) {
                value = Optional.of(variable.name());
            }
            states.add(new OfState(state, TermOrder.of(state.start()), TermOrder.of(state.next()), value));
        }
        return new Roots(
                equations,
                states,
                model.evaluations().stream()
                        .map(evaluation -> new Of<>(evaluation, TermOrder.of(evaluation.point())))
                        .toList(),
                model.checks().stream()
                        .map(check -> new Of<>(check, TermOrder.of(check.value())))
                        .toList());
    }
}

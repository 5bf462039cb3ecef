package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Update;
import org.descant.compiler.rewrite.DropDead;

/**
 * Finds the outputs that can be computed when they are read, and takes the states that would hold them out of the system. What is one
 * number for a step and may be another at the next one, such as a hyperparameter, is kept instead: {@code average.beta1}.
 */
final class DeferOutputs {
    private final EquationSystem system;
    private final List<LateOutput> late = new ArrayList<>();
    private final Map<State, Expr> kept = new LinkedHashMap<>();

    private DeferOutputs(EquationSystem system) {
        this.system = system;
    }

    /**
     * What is left of a system.
     *
     * @param system without the states and equations of late outputs, but with the numbers that those need
     */
    record Deferred(EquationSystem system, List<LateOutput> outputs) {
        Deferred {
            outputs = List.copyOf(outputs);
        }
    }

    static Deferred defer(EquationSystem system) {
        return new DeferOutputs(system).defer();
    }

    private Deferred defer() {
        StepEnd end = new StepEnd(system);
        for (int place = 0; place < system.outputs().size(); place++) {
            Output output = system.outputs().get(place);
            State state = output.state();
            if (state.kind() == StateKind.OUTPUT && state.shape().equals(Shape.ELEMENT)) {
                AfterStep after = new AfterStep(end, output.name());
                Optional<LateOutput> found = after.late(place, state);
                if (found.isPresent()) {
                    late.add(found.get());
                    kept.putAll(after.kept(found.get()));
                }
            }
        }
        return late.isEmpty() ? new Deferred(system, late) : new Deferred(reduced(), late);
    }

    private EquationSystem reduced() {
        Set<State> gone = new HashSet<>();
        late.forEach(output -> gone.add(output.stored()));
        List<State> states = new ArrayList<>(
                system.states().stream().filter(state -> !gone.contains(state)).toList());
        states.addAll(kept.keySet());
        List<Update> updates = new ArrayList<>(system.updates().stream()
                .filter(update -> !gone.contains(update.state()))
                .toList());
        kept.forEach((state, value) -> updates.add(new Update(state, value)));
        List<Output> outputs = system.outputs().stream()
                .filter(output -> !gone.contains(output.state()))
                .toList();
        // What late outputs read must not be taken for dead: to DropDead it is put out.
        List<Output> needed = new ArrayList<>(outputs);
        late.forEach(output -> AfterStep.states(output).forEach(state -> needed.add(new Output(state.name(), state))));
        EquationSystem whole = with(system, states, updates, needed);
        EquationSystem live = new DropDead().rewrite(whole).orElse(whole);
        return with(live, live.states(), live.updates(), outputs);
    }

    private static EquationSystem with(
            EquationSystem system, List<State> states, List<Update> updates, List<Output> outputs) {
        return new EquationSystem(
                system.name(),
                system.doc(),
                system.hypers(),
                system.options(),
                system.inputs(),
                states,
                system.equations(),
                updates,
                system.weight(),
                system.evaluations(),
                system.checks(),
                outputs,
                system.usesLoss(),
                system.origin());
    }
}

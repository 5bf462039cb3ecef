package org.descant.compiler.interpret;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;

/** All values that a system works on, by name. */
final class Memory {
    final Cells weight;
    final Map<String, Cells> hypers = new HashMap<>();
    final Map<String, Cells> variables = new HashMap<>();
    final Map<String, Cells> states = new HashMap<>();
    final Map<Integer, Cells> gradients = new HashMap<>();
    final Map<String, Fetched> inputs = new HashMap<>();
    double loss;
    long step;

    Memory(EquationSystem system, Layout layout) {
        weight = Cells.of(layout, Space.ELEMENT);
        for (Hyper hyper : system.hypers()) {
            Cells values = Cells.of(layout, Space.GROUP);
            Arrays.fill(values.values(), hyper.defaultValue());
            hypers.put(hyper.name(), values);
        }
        for (Equation equation : system.equations()) {
            Variable target = equation.target();
            variables.put(target.name(), Cells.of(layout, target.shape(), target.view()));
        }
        for (State state : system.states()) {
            states.put(state.name(), Cells.of(layout, state.shape(), state.view()));
        }
        for (Evaluation evaluation : system.evaluations()) {
            gradients.put(evaluation.index(), Cells.of(layout, Space.ELEMENT));
        }
        for (Input input : system.inputs()) {
            inputs.put(input.name(), new Fetched(input.name(), Cells.of(layout, input.shape(), input.view())));
        }
    }

    /** The gradients of an evaluation. */
    Cells gradient(int evaluation) {
        Cells found = gradients.get(evaluation);
        if (found == null) {
            throw new IllegalArgumentException("there is no evaluation " + evaluation);
        }
        return found;
    }

    /** The values of an input. */
    Fetched input(String name) {
        Fetched found = inputs.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no input is called '" + name + "'");
        }
        return found;
    }

    static Cells known(Map<String, Cells> cells, String kind, String name) {
        Cells found = cells.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no " + kind + " is called '" + name + "'");
        }
        return found;
    }
}

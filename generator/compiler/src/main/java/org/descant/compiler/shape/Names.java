package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;

/** What names stand for in the equation system. */
final class Names {
    private final Map<String, Hyper> hypers = new HashMap<>();
    private final Map<String, Input> inputs = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Variable> variables = new HashMap<>();

    void add(Hyper hyper) {
        hypers.put(hyper.name(), hyper);
    }

    void add(Input input) {
        inputs.put(input.name(), input);
    }

    void add(State state) {
        states.put(state.name(), state);
    }

    void add(Variable variable) {
        variables.put(variable.name(), variable);
    }

    boolean hasVariable(String name) {
        return variables.containsKey(name);
    }

    Hyper hyper(String name) {
        return known(hypers, name);
    }

    Input input(String name) {
        return known(inputs, name);
    }

    State state(String name) {
        return known(states, name);
    }

    Variable variable(String name) {
        return known(variables, name);
    }

    private static <T> T known(Map<String, T> table, String name) {
        T found = table.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the model reads '" + name + "', which nothing defines");
        }
        return found;
    }
}

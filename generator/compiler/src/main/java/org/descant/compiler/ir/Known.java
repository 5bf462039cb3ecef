package org.descant.compiler.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What an expression may read at its place: all that is declared, and what stands above. */
final class Known {
    final Set<Hyper> hypers = new HashSet<>();
    final Set<Input> inputs = new HashSet<>();
    final Map<String, State> states = new HashMap<>();
    final Map<String, Variable> variables = new HashMap<>();
    final Map<String, Clock> clocks = new HashMap<>();
    final Map<Integer, Clock> gradients = new HashMap<>();

    /** Fails unless the state is declared as it is read; its start may be written in another way. */
    void check(String where, State state) {
        State declared = states.get(state.name());
        boolean same = declared != null
                && declared.shape().equals(state.shape())
                && declared.view() == state.view()
                && declared.storage() == state.storage()
                && declared.clock().equals(state.clock());
        if (!same) {
            throw new IllegalStateException(
                    where + " means a state '" + state.name() + "' that is not declared like that");
        }
    }

    Variable variable(String where, String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException(where + " reads '" + name + "', which does not stand above it");
        }
        return variable;
    }
}

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

    Variable variable(String where, String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException(where + " reads '" + name + "', which does not stand above it");
        }
        return variable;
    }
}

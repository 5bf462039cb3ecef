package org.descant.compiler.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.State;

/** What a rewrite of a whole system must leave as it was: all that a caller sees, and the type of everything that keeps its name. */
final class SystemContract {
    private SystemContract() {}

    static void check(Rewrite rewrite, EquationSystem before, EquationSystem after) {
        require(rewrite, "the name", before.name(), after.name());
        require(rewrite, "the hyperparameters", before.hypers(), after.hypers());
        require(rewrite, "the options", before.options(), after.options());
        require(rewrite, "the inputs", before.inputs(), after.inputs());
        require(rewrite, "w", before.weight(), after.weight());
        require(rewrite, "the evaluations", indices(before), indices(after));
        require(rewrite, "the outputs", outputs(before), outputs(after));
        require(rewrite, "the range checks", checks(before), checks(after));
        requireTypes(rewrite, equations(before), equations(after));
        requireTypes(rewrite, states(before), states(after));
    }

    private static void require(Rewrite rewrite, String what, Object before, Object after) {
        if (!before.equals(after)) {
            throw new IllegalStateException(rewrite.label() + " changed " + what + " from " + before + " to " + after);
        }
    }

    private static void requireTypes(Rewrite rewrite, Map<String, Object> before, Map<String, Object> after) {
        after.forEach((name, type) -> require(rewrite, "the type of " + name, before.getOrDefault(name, type), type));
    }

    private static List<Integer> indices(EquationSystem system) {
        return system.evaluations().stream().map(Evaluation::index).toList();
    }

    private static List<String> outputs(EquationSystem system) {
        return system.outputs().stream().map(Output::name).toList();
    }

    private static List<String> checks(EquationSystem system) {
        return system.checks().stream().map(RangeCheck::name).toList();
    }

    private static Map<String, Object> equations(EquationSystem system) {
        Map<String, Object> types = new HashMap<>();
        for (Equation equation : system.equations()) {
            types.put(equation.target().name(), equation.target());
        }
        return types;
    }

    private static Map<String, Object> states(EquationSystem system) {
        Map<String, Object> types = new HashMap<>();
        for (State state : system.states()) {
            types.put(state.name(), List.of(state.kind(), state.shape(), state.view(), state.storage()));
        }
        return types;
    }
}

package org.descant.compiler.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * When values can be known first, as a count of the sweeps that must be over. A reduction is known one sweep after its argument can be
 * computed; all else when its parts are.
 */
final class Stages {
    private final Map<Variable, Integer> stages = new HashMap<>();

    /** @param equations in the order of their dependency */
    Stages(List<Equation> equations) {
        for (Equation equation : equations) {
            stages.put(equation.target(), of(equation.value()));
        }
    }

    /** How many sweeps must be over before an expression can be computed: the number of the sweep that can do it. */
    int of(Expr expr) {
        if (expr instanceof Read read) {
            return of(read.variable());
        }
        int stage = Subexpressions.of(expr).stream().mapToInt(this::of).max().orElse(0);
        return expr instanceof Reduce ? stage + 1 : stage;
    }

    int of(Variable variable) {
        Integer stage = stages.get(variable);
        if (stage == null) {
            throw new IllegalStateException("no equation defines " + variable.name());
        }
        return stage;
    }
}

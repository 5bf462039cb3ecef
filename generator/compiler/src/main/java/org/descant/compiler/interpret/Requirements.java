package org.descant.compiler.interpret;

import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Subexpressions;

/** Which evaluations must have been made before an equation can be evaluated. */
final class Requirements {
    private Requirements() {}

    /** For each equation how many evaluations, in their order, it waits for. */
    static int[] of(EquationSystem system) {
        List<Equation> equations = system.equations();
        int[] required = new int[equations.size()];
        for (int i = 0; i < required.length; i++) {
            required[i] = Subexpressions.within(equations.get(i).value()).stream()
                    .mapToInt(node -> {
                        if (node instanceof Gradient gradient) {
                            return place(system.evaluations(), gradient.evaluation()) + 1;
                        }
                        return node instanceof Loss ? 1 : 0;
                    })
                    .max()
                    .orElse(0);
        }
        return required;
    }

    private static int place(List<Evaluation> evaluations, int index) {
        for (int i = 0; i < evaluations.size(); i++) {
            if (evaluations.get(i).index() == index) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no evaluation " + index);
    }
}

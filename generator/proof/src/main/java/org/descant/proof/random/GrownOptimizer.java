package org.descant.proof.random;

import java.util.List;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.OptimizerDeclaration;

/**
 * An optimizer of a file and what others can pass to it.
 *
 * @param takesGradient whether it is applied to a point and a gradient; otherwise it asks for its gradients itself
 * @param anyShape whether what is passed for a hyperparameter may have any shape; otherwise it is constant or per step
 */
record GrownOptimizer(
        OptimizerDeclaration declaration, boolean takesGradient, boolean anyShape, List<Settable> settables) {
    GrownOptimizer {
        settables = List.copyOf(settables);
    }

    String name() {
        return declaration.name().text();
    }

    /** Whether it sees a tensor as a stack of matrices; a value per row or column cannot pass to one that does not. */
    boolean seesLast() {
        return declaration.body().stream().anyMatch(MatrixView.class::isInstance);
    }

    /** Whether it asks for gradients, instead of the one that it is given or besides. */
    boolean evaluates() {
        return declaration.body().stream()
                .anyMatch(item -> item instanceof Equation equation
                        && equation.value() instanceof Call call
                        && call.function().text().equals("grad"));
    }
}

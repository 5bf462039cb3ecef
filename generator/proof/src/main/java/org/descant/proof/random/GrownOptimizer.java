package org.descant.proof.random;

import java.util.List;
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
}

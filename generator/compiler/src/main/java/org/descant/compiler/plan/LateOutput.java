package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.State;

/**
 * An output that needs no memory of its own: what it is made of is there after the step. In its expressions {@code Weight} and
 * {@code Previous} stand for w and the states as the last step left them.
 *
 * @param place its place among the outputs of the rule
 * @param stored the state that would hold it otherwise
 * @param equations what its value reads, in the order of dependency
 */
record LateOutput(int place, String name, State stored, List<Equation> equations, Expr value) {
    LateOutput {
        equations = List.copyOf(equations);
    }
}

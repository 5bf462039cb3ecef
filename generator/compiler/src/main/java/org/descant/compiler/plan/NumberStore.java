package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;

/**
 * What a prologue leaves in a state that is a number.
 *
 * @param number the index of the state among the numbers of its level
 * @param when the conditions that must all hold, outermost first; otherwise the state stays as it is
 */
public record NumberStore(int number, State state, Expr value, List<Variable> when) {
    public NumberStore {
        when = List.copyOf(when);
    }
}

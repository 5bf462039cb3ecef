package org.descant.compiler.resolve.pass;

import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;

/** Whether terms are numbers or conditions, as far as this can be told before types are checked. */
public final class Kinds {
    private final Draft draft;

    public Kinds(Draft draft) {
        this.draft = draft;
    }

    /** The kind of a term; along a cycle of names it is a number. */
    public Kind of(Term term) {
        Term at = term;
        for (int steps = 0; steps <= draft.equations().size() + draft.states().size() + 64; steps++) {
            if (at instanceof TruthTerm) {
                return Kind.BOOLEAN;
            } else if (at instanceof ApplyTerm apply) {
                if (!apply.operator().isChoice()) {
                    return apply.operator().result();
                }
                at = apply.operands().get(1);
            } else if (at instanceof VariableTerm variable) {
                ModelEquation equation = draft.equations().get(variable.name());
                if (equation == null) {
                    return Kind.NUMBER;
                }
                at = equation.value();
            } else if (at instanceof PreviousTerm previous) {
                ModelState state = draft.states().get(previous.state());
                if (state == null || (state.kind() != StateKind.HISTORY && state.kind() != StateKind.HELD)) {
                    return Kind.NUMBER;
                }
                at = state.next();
            } else {
                return Kind.NUMBER;
            }
        }
        return Kind.NUMBER;
    }
}

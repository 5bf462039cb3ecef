package org.descant.compiler.resolve.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;

/** Keeps the past of conditions as numbers, since states are numbers: 1 for true, 0 for false and before the first step. */
public final class EncodeTruths {
    private final Draft draft;

    public EncodeTruths(Draft draft) {
        this.draft = draft;
    }

    public void encode() {
        Kinds kinds = new Kinds(draft);
        Set<String> truths = new HashSet<>();
        for (ModelState state : draft.states().values()) {
            boolean undeclared = state.kind() == StateKind.HISTORY || state.kind() == StateKind.HELD;
            if (undeclared && kinds.of(state.next()) == Kind.BOOLEAN) {
                truths.add(state.name());
            }
        }
        if (truths.isEmpty()) {
            return;
        }
        draft.map(term -> term instanceof PreviousTerm previous && truths.contains(previous.state())
                ? new ApplyTerm(
                        Operator.NOT_EQUAL, List.of(previous, new NumberTerm(0, previous.span())), previous.span())
                : term);
        draft.states()
                .replaceAll((name, state) -> truths.contains(name) ? state.withNext(number(state.next())) : state);
    }

    private static Term number(Term truth) {
        return new ApplyTerm(
                Operator.CHOOSE,
                List.of(truth, new NumberTerm(1, truth.span()), new NumberTerm(0, truth.span())),
                truth.span());
    }
}

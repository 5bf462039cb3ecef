package org.descant.compiler.resolve.pass;

import java.util.Optional;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.compiler.resolve.text.Errors;

/** Writes a start out until it reads constants, hyperparameters and w[0] alone, as they are when the first step begins. */
final class StartTerms {
    private static final int LIMIT = 1000;

    private final Draft draft;
    private final Errors errors;
    private final ModelState state;
    private int size;
    private boolean refused;

    StartTerms(Draft draft, Errors errors, ModelState state) {
        this.draft = draft;
        this.errors = errors;
        this.state = state;
    }

    /** The start, or empty where it reads what is only known during a step; that is reported. */
    Optional<Term> expand(Term start) {
        Term expanded = TermMap.map(start, this::leaf);
        return refused ? Optional.empty() : Optional.of(expanded);
    }

    private Term leaf(Term term) {
        if (++size > LIMIT) {
            throw new Unresolvable("the start of '" + state.name() + "' is too long");
        }
        if (term instanceof VariableTerm variable) {
            ModelEquation equation = draft.equations().get(variable.name());
            return equation == null ? refuse(term) : TermMap.map(equation.value(), this::leaf);
        }
        if (term instanceof PreviousTerm previous) {
            return previous(previous);
        }
        if (term instanceof StepTerm) {
            return new NumberTerm(1, term.span());
        }
        boolean known = term instanceof NumberTerm
                || term instanceof TruthTerm
                || term instanceof HyperTerm
                || term instanceof WeightTerm
                || term instanceof ApplyTerm
                || term instanceof ReduceTerm;
        return known ? term : refuse(term);
    }

    private Term previous(PreviousTerm previous) {
        ModelState read = draft.states().get(previous.state());
        if (read != null && read.kind() == StateKind.CLOCK) {
            return new NumberTerm(0, previous.span());
        }
        boolean origin =
                read != null && read.kind() == StateKind.ORIGIN && read.clock().isBase();
        return origin ? new WeightTerm(previous.span()) : refuse(previous);
    }

    private Term refuse(Term term) {
        if (!refused) {
            refused = true;
            errors.error(
                    state.span(),
                    "the start of '" + state.name() + "' reads '" + term.span().text()
                            + "', which is neither constant nor per step",
                    "start at a number, and set the value on the first step: if t == 1 then … else …");
        }
        return term;
    }
}

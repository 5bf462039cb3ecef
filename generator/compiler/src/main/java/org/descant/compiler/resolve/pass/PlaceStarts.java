package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.Errors;
import org.descant.grammar.source.Span;

/**
 * Gives every state its start. One that is made of constants, hyperparameters and w[0] stays a start; where it is the point at which an
 * applied rule is first active, or what a hyperparameter is on that step, reading the state becomes a choice:
 *
 * <pre>m#start = if t == 1 then start else previous(m)</pre>
 */
public final class PlaceStarts {
    private final Errors errors;
    private final Draft draft;

    public PlaceStarts(Draft draft, Errors errors) {
        this.draft = draft;
        this.errors = errors;
    }

    public void place() {
        Map<String, Term> chosen = new HashMap<>();
        for (ModelState state : new ArrayList<>(draft.states().values())) {
            if (state.kind() == StateKind.HELD || state.kind() == StateKind.CLOCK) {
                continue;
            }
            Term start = shared(state.start());
            Term known = TermMap.map(start, term -> draft.point(term).orElse(term));
            Optional<Term> expanded =
                    known.equals(start) ? new StartTerms(draft, errors, state).expand(start) : Optional.of(known);
            boolean stays = known.equals(start) && (state.clock().isBase() || isConstant(expanded));
            if (stays) {
                expanded.ifPresent(term -> draft.states().put(state.name(), state.withStart(term)));
            } else {
                chosen.put(state.name(), known);
            }
        }
        chosen.forEach(this::choose);
        draft.map(term -> term instanceof PreviousTerm previous && chosen.containsKey(previous.state())
                ? new VariableTerm(name(previous.state()), previous.span())
                : term);
        chosen.keySet().forEach(this::restore);
    }

    private static boolean isConstant(Optional<Term> term) {
        return term.flatMap(found -> Constants.value(found, Map.of())).isPresent();
    }

    /** The past of a state starts as the state does, even where that was written out later. */
    private Term shared(Term start) {
        return start instanceof PreviousTerm previous
                        && draft.states().containsKey(previous.state())
                        && draft.states().get(previous.state()).kind() == StateKind.DECLARED
                ? draft.states().get(previous.state()).start()
                : start;
    }

    private static String name(String state) {
        return state + "#start";
    }

    private void choose(String name, Term start) {
        ModelState state = Optional.ofNullable(draft.states().get(name)).orElseThrow();
        Span at = state.span();
        draft.states().put(name, state.withStart(new NumberTerm(0, at)));
        Term time = draft.time(state.clock(), state.view(), at);
        Term first = new ApplyTerm(Operator.EQUAL, List.of(time, new NumberTerm(1, at)), at);
        Term value = new ApplyTerm(Operator.CHOOSE, List.of(first, start, new PreviousTerm(name, at)), at);
        draft.add(name(name), value, state.clock(), state.view(), new Origin("the start of " + name, at));
    }

    /** The choice itself reads what is stored. */
    private void restore(String name) {
        ModelEquation equation =
                Optional.ofNullable(draft.equations().get(name(name))).orElseThrow();
        ApplyTerm choice = (ApplyTerm) equation.value();
        Term value = new ApplyTerm(
                Operator.CHOOSE,
                List.of(choice.operands().get(0), choice.operands().get(1), new PreviousTerm(name, choice.span())),
                choice.span());
        draft.equations()
                .put(
                        equation.name(),
                        new ModelEquation(
                                equation.name(), value, equation.clock(), equation.view(), equation.origin()));
    }
}

package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.model.ReductionWord;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.pass.Draft;
import org.descant.compiler.resolve.pass.Unresolvable;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.ShapeWord;

/**
 * Builds terms of bounded depth, so that later stages may walk them by recursion: an operand that is too deep already becomes an equation
 * of its own ({@code name#1}) and is read from there. The order of the operations stays as written.
 */
final class Assembler {
    private static final int DEPTH_LIMIT = 64;

    private final Draft draft;
    private final IdentityHashMap<Term, Integer> depths = new IdentityHashMap<>();

    Assembler(Draft draft) {
        this.draft = draft;
    }

    Term apply(Place place, Operator operator, List<Term> operands, Span span) {
        if (operator == Operator.NEGATE && operands.get(0) instanceof NumberTerm number) {
            return new NumberTerm(-number.value(), span);
        }
        List<Term> shallow = shallow(place, operands);
        return note(new ApplyTerm(operator, shallow, span), shallow);
    }

    Term reduce(Place place, ReductionWord word, List<Term> arguments, Optional<ShapeWord> per, Span span) {
        List<Term> shallow = shallow(place, arguments);
        return note(new ReduceTerm(word, shallow, per, place.scope().view(), span), shallow);
    }

    private List<Term> shallow(Place place, List<Term> operands) {
        List<Term> shallow = new ArrayList<>(operands);
        for (int i = 0; i < shallow.size(); i++) {
            if (depth(shallow.get(i)) >= DEPTH_LIMIT) {
                shallow.set(i, spill(place, shallow.get(i)));
            }
        }
        return shallow;
    }

    private Term spill(Place place, Term term) {
        if (place.kind() != Place.Kind.EQUATION) {
            throw new Unresolvable(
                    term.span(),
                    (place.kind() == Place.Kind.START
                                    ? "the start of '" + place.equation() + "'"
                                    : "a default or a range")
                            + " has more than " + DEPTH_LIMIT + " operations inside one another or in a row");
        }
        Scope scope = place.scope();
        String name = draft.number(scope.variable(place.equation()));
        Origin origin = new Origin(place.equation() + ", in part", term.span());
        draft.add(name, term, scope.clock(), scope.view(), origin);
        return new VariableTerm(name, term.span());
    }

    private Term note(Term term, List<Term> operands) {
        depths.put(term, 1 + operands.stream().mapToInt(this::depth).max().orElse(0));
        return term;
    }

    private int depth(Term term) {
        return depths.getOrDefault(term, 0);
    }
}

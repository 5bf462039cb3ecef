package org.descant.compiler.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.TermPrinter;

/** What is known of terms in a branch, because its condition holds or does not hold there. */
final class Facts {
    static final Facts NONE = new Facts(Map.of());

    private final Map<String, Interval> known;

    private Facts(Map<String, Interval> known) {
        this.known = known;
    }

    /** The bounds of a term, in the light of what is known of it. */
    Interval refine(Term term, Interval bounds) {
        if (known.isEmpty()) {
            return bounds;
        }
        Interval fact = known.get(TermPrinter.print(term));
        return fact == null ? bounds : bounds.meet(fact);
    }

    /** These facts and those of a condition that holds, or does not. */
    Facts given(Term condition, boolean holds, Bounds bounds) {
        Term term = bounds.definition(condition);
        if (!(term instanceof ApplyTerm apply)) {
            return this;
        }
        List<Term> operands = apply.operands();
        return switch (apply.operator()) {
            case NOT -> given(operands.get(0), !holds, bounds);
            case AND -> holds ? both(operands, true, bounds) : this;
            case OR -> holds ? this : both(operands, false, bounds);
            case LESS -> holds ? less(operands, true, bounds) : less(swapped(operands), false, bounds);
            case LESS_OR_EQUAL -> holds ? less(operands, false, bounds) : less(swapped(operands), true, bounds);
            case GREATER -> holds ? less(swapped(operands), true, bounds) : less(operands, false, bounds);
            case GREATER_OR_EQUAL -> holds ? less(swapped(operands), false, bounds) : less(operands, true, bounds);
            case EQUAL -> holds ? equal(operands, bounds) : different(operands, bounds);
            case NOT_EQUAL -> holds ? different(operands, bounds) : equal(operands, bounds);
            default -> this;
        };
    }

    private Facts both(List<Term> conditions, boolean hold, Bounds bounds) {
        return given(conditions.get(0), hold, bounds).given(conditions.get(1), hold, bounds);
    }

    private static List<Term> swapped(List<Term> operands) {
        return List.of(operands.get(1), operands.get(0));
    }

    /** Of {@code a < b}, or {@code a <= b}. */
    private Facts less(List<Term> operands, boolean strictly, Bounds bounds) {
        TermBounds terms = new TermBounds(bounds, this);
        Interval a = terms.chosen(operands.get(0));
        Interval b = terms.chosen(operands.get(1));
        Interval below = new Interval(Double.NEGATIVE_INFINITY, false, b.high(), strictly || b.highOpen());
        Interval above = new Interval(a.low(), strictly || a.lowOpen(), Double.POSITIVE_INFINITY, false);
        return with(operands.get(0), below).with(operands.get(1), above);
    }

    private Facts equal(List<Term> operands, Bounds bounds) {
        TermBounds terms = new TermBounds(bounds, this);
        return with(operands.get(0), terms.of(operands.get(1))).with(operands.get(1), terms.of(operands.get(0)));
    }

    /** Of {@code a != b}, where b is the lower bound of a; t is an integer. */
    private Facts different(List<Term> operands, Bounds bounds) {
        TermBounds terms = new TermBounds(bounds, this);
        Interval a = terms.of(operands.get(0));
        if (!terms.of(operands.get(1)).equals(Interval.closed(a.low(), a.low()))) {
            return this;
        }
        boolean counts = operands.get(0) instanceof StepTerm;
        double low = counts ? a.low() + 1 : a.low();
        // Where nothing is left, no step comes here, and nothing needs to be known.
        return low > a.high() ? this : with(operands.get(0), new Interval(low, !counts, a.high(), a.highOpen()));
    }

    private Facts with(Term term, Interval fact) {
        Map<String, Interval> more = new HashMap<>(known);
        more.merge(TermPrinter.print(term), fact, Interval::meet);
        return new Facts(more);
    }
}

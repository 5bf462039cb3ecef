package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.ReduceTerm;

/** Rebuilds terms from their leaves up; what does not change is kept as it is. */
final class TermMap {
    private TermMap() {}

    static Term map(Term term, UnaryOperator<Term> change) {
        if (term instanceof ApplyTerm apply) {
            List<Term> operands = mapAll(apply.operands(), change);
            Term rebuilt = isSame(operands, apply.operands())
                    ? apply
                    : new ApplyTerm(apply.operator(), operands, apply.span());
            return change.apply(rebuilt);
        }
        if (term instanceof ReduceTerm reduce) {
            List<Term> arguments = mapAll(reduce.arguments(), change);
            Term rebuilt = isSame(arguments, reduce.arguments())
                    ? reduce
                    : new ReduceTerm(reduce.word(), arguments, reduce.per(), reduce.view(), reduce.span());
            return change.apply(rebuilt);
        }
        return change.apply(term);
    }

    private static List<Term> mapAll(List<Term> terms, UnaryOperator<Term> change) {
        List<Term> mapped = new ArrayList<>(terms.size());
        terms.forEach(term -> mapped.add(map(term, change)));
        return mapped;
    }

    @SuppressWarnings("ReferenceEquality") // Equal terms that are not the same only cost a copy.
    private static boolean isSame(List<Term> mapped, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (mapped.get(i) != terms.get(i)) {
                return false;
            }
        }
        return true;
    }
}

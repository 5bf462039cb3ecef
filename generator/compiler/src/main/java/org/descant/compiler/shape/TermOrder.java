package org.descant.compiler.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.descant.compiler.model.Term;

/** A term and everything inside it, operands first. Chains of any length are walked without recursion. */
record TermOrder(Term root, List<Term> terms) {
    private record Visit(Term term, boolean operandsDone) {}

    static TermOrder of(Term root) {
        List<Term> terms = new ArrayList<>();
        Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(root, false));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (visit.operandsDone()) {
                terms.add(visit.term());
            } else if (seen.add(visit.term())) {
                open.push(new Visit(visit.term(), true));
                List<Term> operands = operands(visit.term());
                for (int i = operands.size() - 1; i >= 0; i--) {
                    open.push(new Visit(operands.get(i), false));
                }
            }
        }
        return new TermOrder(root, terms);
    }

    static List<Term> operands(Term term) {
        if (term instanceof Term.ApplyTerm apply) {
            return apply.operands();
        }
        return term instanceof Term.ReduceTerm reduce ? reduce.arguments() : List.of();
    }
}

package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.Term;

/**
 * Writes out, in starts, what is known before the first step: equations of constants, hyperparameters and t alone, as values passed for
 * hyperparameters are.
 */
final class Startable {
    private final Map<String, Term> equations = new HashMap<>();
    private final Map<String, Optional<Term>> known = new HashMap<>();

    Startable(List<ModelEquation> equations) {
        equations.forEach(equation -> this.equations.put(equation.name(), equation.value()));
    }

    /** The start with the names that can be written out replaced. */
    Term start(Term start) {
        return rewrite(TermOrder.of(start));
    }

    private Term rewrite(TermOrder order) {
        IdentityHashMap<Term, Term> rewritten = new IdentityHashMap<>();
        for (Term term : order.terms()) {
            rewritten.put(term, rewrite(term, rewritten));
        }
        return rewritten.getOrDefault(order.root(), order.root());
    }

    private Term rewrite(Term term, IdentityHashMap<Term, Term> rewritten) {
        if (term instanceof Term.VariableTerm variable) {
            return value(variable.name()).orElse(term);
        }
        List<Term> operands = new ArrayList<>();
        for (Term operand : TermOrder.operands(term)) {
            operands.add(rewritten.getOrDefault(operand, operand));
        }
        if (term instanceof Term.ApplyTerm apply) {
            return new Term.ApplyTerm(apply.operator(), operands, apply.span());
        }
        if (term instanceof Term.ReduceTerm reduce) {
            return new Term.ReduceTerm(reduce.word(), operands, reduce.per(), reduce.view(), reduce.span());
        }
        return term;
    }

    private Optional<Term> value(String name) {
        Optional<Term> before = known.get(name);
        Term equation = equations.get(name);
        if (before != null) {
            return before;
        }
        known.put(name, Optional.empty());
        Optional<Term> value = equation == null ? Optional.empty() : value(equation);
        known.put(name, value);
        return value;
    }

    private Optional<Term> value(Term equation) {
        Term value = rewrite(TermOrder.of(equation));
        boolean isKnown = TermOrder.of(value).terms().stream()
                .allMatch(term -> term instanceof Term.NumberTerm
                        || term instanceof Term.TruthTerm
                        || term instanceof Term.HyperTerm
                        || term instanceof Term.StepTerm
                        || term instanceof Term.ApplyTerm);
        return isKnown ? Optional.of(value) : Optional.empty();
    }
}

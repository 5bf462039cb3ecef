package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.grammar.source.Span;

/**
 * What a term reads, each in the order of its first read.
 *
 * @param variables the equations of this step
 * @param states the states
 * @param evaluations the gradients
 * @param losses where the loss is read
 */
public record Reads(List<String> variables, List<String> states, Set<Integer> evaluations, List<Span> losses) {
    public static Reads of(Term root) {
        Reads reads = new Reads(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
        reads.add(root);
        return reads;
    }

    private void add(Term term) {
        if (term instanceof ApplyTerm apply) {
            apply.operands().forEach(this::add);
        } else if (term instanceof ReduceTerm reduce) {
            reduce.arguments().forEach(this::add);
        } else if (term instanceof VariableTerm variable) {
            variables.add(variable.name());
        } else if (term instanceof PreviousTerm previous) {
            states.add(previous.state());
        } else if (term instanceof GradientTerm gradient) {
            evaluations.add(gradient.evaluation());
        } else if (term instanceof LossTerm) {
            losses.add(term.span());
        }
    }
}

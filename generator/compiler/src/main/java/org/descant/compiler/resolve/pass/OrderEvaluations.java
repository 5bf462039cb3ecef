package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.resolve.text.Errors;
import org.descant.grammar.source.Span;

/**
 * Numbers the evaluations in the order in which they are made: the header's first, then each behind those whose gradients its point needs,
 * and among those that are free, in the order of the text. The loss is that of the first, whose point therefore cannot need it.
 */
public final class OrderEvaluations {
    private final Errors errors;
    private final Draft draft;

    public OrderEvaluations(Draft draft, Errors errors) {
        this.draft = draft;
        this.errors = errors;
    }

    /** Gives whether there is an order, as far as the loss is concerned; otherwise it was reported why not. */
    public boolean order() {
        List<Needs> needs = new ArrayList<>();
        for (ModelEvaluation evaluation : draft.evaluations()) {
            needs.add(sameStep(evaluation));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        while (order.size() < draft.evaluations().size()) {
            int next = next(needs, numbers);
            numbers.put(next, order.size());
            order.add(next);
        }
        draft.map(term -> term instanceof GradientTerm gradient
                ? new GradientTerm(numbers.getOrDefault(gradient.evaluation(), 0), gradient.span())
                : term);
        List<ModelEvaluation> old = List.copyOf(draft.evaluations());
        draft.evaluations().clear();
        for (int i = 0; i < order.size(); i++) {
            ModelEvaluation evaluation = old.get(order.get(i));
            draft.evaluations().add(new ModelEvaluation(i, evaluation.point(), evaluation.clock()));
        }
        return checkLoss();
    }

    /** What a point reads by way of this step's equations; what states held does not count. */
    private Needs sameStep(ModelEvaluation evaluation) {
        Needs needs = Needs.ofThisStep(draft);
        needs.addTerms(List.of(evaluation.point()));
        needs.addEquations(evaluation.clock().conditions());
        return needs;
    }

    private static int next(List<Needs> needs, Map<Integer, Integer> numbers) {
        for (int i = 0; i < needs.size(); i++) {
            boolean loss = !numbers.isEmpty() || needs.get(i).losses.isEmpty();
            if (!numbers.containsKey(i) && loss && numbers.keySet().containsAll(needs.get(i).evaluations)) {
                return i;
            }
        }
        // A cycle: of the loss, or one that is reported where equations are ordered.
        for (int i = 0; i < needs.size(); i++) {
            if (!numbers.containsKey(i)) {
                return i;
            }
        }
        throw new IllegalStateException("no evaluation is left");
    }

    private boolean checkLoss() {
        Optional<Span> read = lossRead();
        if (read.isEmpty()) {
            return true;
        }
        if (draft.evaluations().isEmpty()) {
            errors.error(
                    read.get(),
                    "the loss belongs to an evaluation of the gradient, and this rule makes none",
                    "write g = grad(w[t-1]), or name the gradient in the header");
        } else if (!draft.evaluations().get(0).clock().isBase()) {
            errors.error(
                    read.get(),
                    "the loss is that of the first evaluation, which stands under 'when' and is not made on every step",
                    "evaluate a gradient on every step before it, or do without the loss");
        } else {
            Optional<Span> own =
                    sameStep(draft.evaluations().get(0)).losses.stream().findFirst();
            own.ifPresent(at -> errors.error(
                    at,
                    "the loss is that of the first evaluation of the gradient, whose point needs it",
                    "evaluate the gradient first where no loss is needed: first = grad(w[t-1])"));
            return own.isEmpty();
        }
        return false;
    }

    private Optional<Span> lossRead() {
        List<Span> reads = new ArrayList<>();
        draft.map(term -> note(term, reads));
        return reads.stream().findFirst();
    }

    private static Term note(Term term, List<Span> reads) {
        if (term instanceof LossTerm) {
            reads.add(term.span());
        }
        return term;
    }
}

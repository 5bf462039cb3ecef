package org.descant.compiler.lint;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.TermPrinter;

/**
 * The law behind centered methods: the mean of squares is no less than the square of the mean.
 *
 * <pre>
 * v = a v[t-1] + b x^2,  m = a m[t-1] + b x,  a + b = 1, both from 0   →   v - m^2 ≥ 0
 * </pre>
 *
 * <p>By induction: v and m are sums of x² and of x with the same weights, which add up to at most 1, so it is the inequality of Cauchy
 * and Schwarz.
 */
final class Variance {
    /** A moving average, {@code decay * previous + weight * x}, as text. */
    private record Average(String decay, String weight, Term x) {}

    private final Bounds bounds;

    Variance(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether {@code squares - mean^2} is a variance. */
    boolean isVariance(Term squares, Term squaredMean) {
        if (!(squaredMean instanceof ApplyTerm square) || square.operator() != Operator.SQUARE) {
            return false;
        }
        Optional<Average> mean = average(square.operands().get(0));
        Optional<Average> ofSquares = average(squares);
        return mean.isPresent()
                && ofSquares.isPresent()
                && mean.get().decay().equals(ofSquares.get().decay())
                && mean.get().weight().equals(ofSquares.get().weight())
                && ofSquares.get().x() instanceof ApplyTerm x
                && x.operator() == Operator.SQUARE
                && print(x.operands().get(0)).equals(print(mean.get().x()));
    }

    private Optional<Average> average(Term term) {
        Term definition = bounds.definition(term);
        if (definition != term && !(definition instanceof ApplyTerm)) {
            return average(definition);
        }
        if (!(definition instanceof ApplyTerm sum) || sum.operator() != Operator.ADD) {
            return Optional.empty();
        }
        return factors(sum.operands().get(0))
                .filter(decayed -> decayed.get(1) instanceof PreviousTerm)
                .flatMap(decayed -> factors(sum.operands().get(1))
                        .map(fresh -> new Average(print(decayed.get(0)), print(fresh.get(0)), fresh.get(1))));
    }

    private static Optional<List<Term>> factors(Term term) {
        return term instanceof ApplyTerm product && product.operator() == Operator.MULTIPLY
                ? Optional.of(product.operands())
                : Optional.empty();
    }

    private static String print(Term term) {
        return TermPrinter.print(term);
    }
}

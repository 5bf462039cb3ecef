package org.descant.compiler.lint;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.TermPrinter;

/**
 * The law behind averages that are written as a step towards the new value.
 *
 * <pre>
 * a + (b - a) * c     lies between a and b for c in [0, 1]
 * </pre>
 */
final class Interpolation {
    private static final Interval UNIT = Interval.closed(0, 1);

    private final TermBounds terms;

    Interpolation(TermBounds terms) {
        this.terms = terms;
    }

    /** The bounds of {@code a + step}, if it is one. */
    Optional<Interval> bounds(Term a, Term step) {
        if (!(step instanceof ApplyTerm product) || product.operator() != Operator.MULTIPLY) {
            return Optional.empty();
        }
        Term left = product.operands().get(0);
        Term right = product.operands().get(1);
        return between(a, left, right).or(() -> between(a, right, left));
    }

    private Optional<Interval> between(Term a, Term difference, Term c) {
        if (!(difference instanceof ApplyTerm minus) || minus.operator() != Operator.SUBTRACT) {
            return Optional.empty();
        }
        List<Term> operands = minus.operands();
        boolean fromA = TermPrinter.print(operands.get(1)).equals(TermPrinter.print(a));
        Interval part = terms.of(c);
        return fromA && UNIT.equals(UNIT.join(part))
                ? Optional.of(terms.of(a).join(terms.of(operands.get(0))))
                : Optional.empty();
    }
}

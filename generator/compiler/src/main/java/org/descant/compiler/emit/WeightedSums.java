package org.descant.compiler.emit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;

/**
 * The sums {@code a x + b y} of one method, where a and b are numbers. C2 makes vectors of statements by pairing, from one unrolled iteration to the next, what uses
 * the same values in the same places. Where two statements weigh the same two values, {@code c = a x + b y} and {@code m = p x + q y}, it pairs one's products with the
 * other's, finds no vectors, and leaves the whole loop scalar, which makes Lion ten times slower (JDK 17 and 25). With the second sum the other way round,
 * {@code m = q y + p x}, every product has a place of its own. The sum has the same bits. It must
 * have a local of its own besides, even if it is only stored.
 */
final class WeightedSums {
    private final Set<List<Expr>> written = new HashSet<>();

    /** The operands of a sum in the order in which they are to be written. */
    List<Expr> order(List<Expr> operands) {
        List<Expr> values = values(operands);
        boolean isFirst = values.isEmpty() || written.add(values);
        return isFirst ? operands : List.of(operands.get(1), operands.get(0));
    }

    /** Whether an expression is a sum that will be written the other way round. */
    boolean isTurned(Expr expr) {
        return expr instanceof Apply apply
                && apply.operator() == Operator.ADD
                && written.contains(values(apply.operands()));
    }

    /** What a sum weighs; nothing where it does not weigh both. */
    private static List<Expr> values(List<Expr> operands) {
        Optional<Expr> first = weighed(operands.get(0));
        Optional<Expr> second = weighed(operands.get(1));
        return first.isPresent() && second.isPresent() ? List.of(first.get(), second.get()) : List.of();
    }

    /** What is multiplied by a number. */
    private static Optional<Expr> weighed(Expr product) {
        if (!(product instanceof Apply apply) || apply.operator() != Operator.MULTIPLY) {
            return Optional.empty();
        }
        Expr left = apply.operands().get(0);
        Expr right = apply.operands().get(1);
        boolean isWeighed = left instanceof Narrow != right instanceof Narrow;
        return isWeighed ? Optional.of(left instanceof Narrow ? right : left) : Optional.empty();
    }
}

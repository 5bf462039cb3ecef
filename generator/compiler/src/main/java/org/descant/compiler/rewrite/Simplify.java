package org.descant.compiler.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;

/** Offers every node of a system to a list of laws, operands first, and checks what they answer. */
final class Simplify {
    private final List<ExpressionRewrite> rewrites;
    private final List<Rewrite> applied = new ArrayList<>();

    Simplify(List<ExpressionRewrite> rewrites) {
        this.rewrites = rewrites;
    }

    EquationSystem everywhere(EquationSystem system) {
        return Parts.mapStarts(Parts.mapSteps(system, this::simplify), this::simplify);
    }

    /** The rewrites that changed something, in the order in which they did. */
    List<Rewrite> applied() {
        return List.copyOf(applied);
    }

    private Expr simplify(Expr expr) {
        Expr current = expr instanceof Reduce reduce ? inReduction(reduce) : Subexpressions.map(expr, this::simplify);
        for (ExpressionRewrite rewrite : rewrites) {
            Optional<Expr> next = rewrite.rewrite(current);
            if (next.isPresent()) {
                check(rewrite, current, next.get());
                applied.add(rewrite);
                current = next.get();
            }
        }
        return current;
    }

    /** A smaller argument would have fewer entries to reduce, so an argument whose shape would change stays as it is. */
    private Expr inReduction(Reduce reduce) {
        int before = applied.size();
        Expr argument = simplify(reduce.argument());
        if (argument.shape().equals(reduce.argument().shape())) {
            return new Reduce(reduce.reduction(), argument, reduce.shape(), reduce.view());
        }
        applied.subList(before, applied.size()).clear();
        return reduce;
    }

    private static void check(Rewrite rewrite, Expr before, Expr after) {
        if (before.kind() != after.kind()
                || Precision.of(before) != Precision.of(after)
                || !before.shape().contains(after.shape())) {
            throw new IllegalStateException(
                    rewrite.label() + " changed the type of " + before + ", which became " + after);
        }
    }
}

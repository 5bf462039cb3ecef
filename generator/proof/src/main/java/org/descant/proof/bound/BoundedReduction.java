package org.descant.proof.bound;

import java.util.Arrays;
import org.descant.compiler.interpret.Layout;
import org.descant.compiler.interpret.Reductions;
import org.descant.compiler.interpret.Space;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;

/**
 * A reduction with its bound. A sum of n terms adds a few terms at a time in their own precision and the rest in double: its own rounding is
 * at most a few units of that precision and n units of double, of the sum of the sizes of the terms.
 */
final class BoundedReduction {
    /** At the most so many terms are added in the precision of the terms before double takes over, with room to spare. */
    private static final int OWN = 16;

    private final Layout layout;
    private final Reduce reduce;
    private final Space own;
    private final Rounding terms;

    BoundedReduction(Layout layout, Reduce reduce, Rounding terms) {
        this.layout = layout;
        this.reduce = reduce;
        this.own = Space.of(reduce.shape(), reduce.view());
        this.terms = terms;
    }

    Bounded of(Bounded argument) {
        double[] values = Reductions.values(layout, reduce, argument.values(), terms.arithmetic());
        double[] errors = new double[values.length];
        if (own.equals(Space.GROUP)) {
            double error = error(argument, new int[argument.size()], 0);
            Arrays.fill(errors, error);
        } else {
            int[] map = layout.map(argument.space(), own);
            for (int i = 0; i < errors.length; i++) {
                errors[i] = error(argument, map, i);
            }
        }
        return new Bounded(own, values, errors);
    }

    /** Of the entries that the map leads to a place. */
    private double error(Bounded argument, int[] map, int place) {
        double carried = 0;
        double farthest = 0;
        double sizes = 0;
        int n = 0;
        for (int i = 0; i < map.length; i++) {
            if (map[i] == place) {
                carried += argument.errors()[i];
                farthest = Math.max(farthest, argument.errors()[i]);
                sizes += Math.abs(argument.values()[i]);
                n++;
            }
        }
        if (reduce.reduction() == Reduction.AMAX || reduce.reduction() == Reduction.AMIN) {
            return farthest;
        }
        double units = Math.min(n, OWN) * terms.unit() + n * 0x1p-52;
        double sum = carried == 0 && sizes == 0 ? 0 : Propagation.up(carried + units * sizes + n * Double.MIN_VALUE);
        return reduce.reduction() == Reduction.MEAN && n > 0 ? Propagation.up(sum / n) : sum;
    }
}

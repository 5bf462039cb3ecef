package org.descant.runtime;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Which loops of a class are run by its vector form. It never changes. */
final class VectorChoice {
    static final VectorChoice NONE = new VectorChoice(
            Optional.empty(), new boolean[][] {}, new boolean[][] {}, new boolean[][] {}, new boolean[] {});

    private final Optional<VectorLoops> form;
    private final boolean[][] loops;
    private final boolean[][] apart;
    private final boolean[][] reductions;
    private final boolean[] sweeps;

    /** Says whether a loop is to be one of them. */
    interface Filter {
        boolean takes(int sweep, int loop);
    }

    /**
     * @param loops by sweep and loop; {@code apart} and {@code reductions} likewise
     * @param apart those that are used where the class itself would work on copies
     * @param sweeps those whose loops are run at once
     */
    private VectorChoice(
            Optional<VectorLoops> form,
            boolean[][] loops,
            boolean[][] apart,
            boolean[][] reductions,
            boolean[] sweeps) {
        this.form = form;
        this.loops = loops;
        this.apart = apart;
        this.reductions = reductions;
        this.sweeps = sweeps;
    }

    /** All that a form has. */
    static VectorChoice all(VectorLoops form, RuleDescription rule) {
        boolean[][] loops = chosen(rule, form.loops());
        boolean[] sweeps = new boolean[rule.sweeps().size()];
        for (int sweep : form.sweeps()) {
            sweeps[sweep] = true;
        }
        return new VectorChoice(Optional.of(form), loops, loops, chosen(rule, form.reductions()), sweeps);
    }

    private static boolean[][] chosen(RuleDescription rule, int[][] pairs) {
        boolean[][] all = new boolean[rule.sweeps().size()][];
        for (int sweep = 0; sweep < all.length; sweep++) {
            all[sweep] = new boolean[rule.sweeps().get(sweep).loops().size()];
        }
        for (int[] pair : pairs) {
            all[pair[0]][pair[1]] = true;
        }
        return all;
    }

    /** Those of its loops that filters take. */
    VectorChoice those(Filter ofLoops, Filter ofApart, Filter ofReductions) {
        return new VectorChoice(
                form, those(loops, ofLoops), those(apart, ofApart), those(reductions, ofReductions), sweeps);
    }

    /** The same, but for sweeps that a filter does not take. */
    VectorChoice thoseSweeps(IntPredicate ofSweeps) {
        boolean[] some = new boolean[sweeps.length];
        for (int sweep = 0; sweep < some.length; sweep++) {
            some[sweep] = sweeps[sweep] && ofSweeps.test(sweep);
        }
        return new VectorChoice(form, loops, apart, reductions, some);
    }

    private static boolean[][] those(boolean[][] all, Filter filter) {
        boolean[][] some = new boolean[all.length][];
        for (int sweep = 0; sweep < all.length; sweep++) {
            some[sweep] = new boolean[all[sweep].length];
            for (int loop = 0; loop < all[sweep].length; loop++) {
                some[sweep][loop] = all[sweep][loop] && filter.takes(sweep, loop);
            }
        }
        return some;
    }

    /** What runs them. */
    VectorLoops form() {
        return form.orElseThrow();
    }

    boolean hasLoop(int sweep, int loop) {
        return sweep < loops.length && loops[sweep][loop];
    }

    boolean hasApart(int sweep, int loop) {
        return sweep < apart.length && apart[sweep][loop];
    }

    boolean hasReduction(int sweep, int loop) {
        return sweep < reductions.length && reductions[sweep][loop];
    }

    /** Whether the loops of a sweep are run at once. */
    boolean hasSweep(int sweep) {
        return sweep < sweeps.length && sweeps[sweep];
    }

    /** How many there are. */
    int count() {
        int count = 0;
        for (boolean isAtOnce : sweeps) {
            count += isAtOnce ? 1 : 0;
        }
        for (int sweep = 0; sweep < loops.length; sweep++) {
            for (int loop = 0; loop < loops[sweep].length; loop++) {
                count += loops[sweep][loop] || apart[sweep][loop] || reductions[sweep][loop] ? 1 : 0;
            }
        }
        return count;
    }
}

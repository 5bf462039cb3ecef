package org.descant.runtime;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Which loops of a class are run by its vector form. It never changes. */
final class VectorChoice {
    static final VectorChoice NONE =
            new VectorChoice(Optional.empty(), Chosen.NONE, Chosen.NONE, new boolean[] {}, false);

    private final Optional<VectorCalls> form;
    private final Chosen loops;
    private final Chosen reductions;
    private final boolean[] sweeps;
    private final boolean addsRows;

    /** Says whether a loop is to be one of them. */
    interface Filter {
        boolean takes(int sweep, int loop);
    }

    /** Some loops, by sweep and loop. */
    private static final class Chosen {
        static final Chosen NONE = new Chosen(new boolean[][] {}, new boolean[][] {});

        private final boolean[][] beside;
        private final boolean[][] apart;

        /**
         * @param beside those that are used where the class itself works on the elements as they lie
         * @param apart those that are used where it would work on copies
         */
        Chosen(boolean[][] beside, boolean[][] apart) {
            this.beside = beside;
            this.apart = apart;
        }

        static Chosen of(int[][] pairs, RuleDescription rule) {
            boolean[][] all = new boolean[rule.sweeps().size()][];
            for (int sweep = 0; sweep < all.length; sweep++) {
                all[sweep] = new boolean[rule.sweeps().get(sweep).loops().size()];
            }
            for (int[] pair : pairs) {
                all[pair[0]][pair[1]] = true;
            }
            return new Chosen(all, all);
        }

        Chosen those(Filter ofBeside, Filter ofApart) {
            return new Chosen(those(beside, ofBeside), those(apart, ofApart));
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

        boolean hasBeside(int sweep, int loop) {
            return sweep < beside.length && beside[sweep][loop];
        }

        boolean hasApart(int sweep, int loop) {
            return sweep < apart.length && apart[sweep][loop];
        }

        int count() {
            int count = 0;
            for (int sweep = 0; sweep < beside.length; sweep++) {
                for (int loop = 0; loop < beside[sweep].length; loop++) {
                    count += hasBeside(sweep, loop) || hasApart(sweep, loop) ? 1 : 0;
                }
            }
            return count;
        }
    }

    /**
     * @param sweeps those whose loops are run at once
     * @param addsRows whether sums of short rows are made
     */
    private VectorChoice(
            Optional<VectorCalls> form, Chosen loops, Chosen reductions, boolean[] sweeps, boolean addsRows) {
        this.form = form;
        this.loops = loops;
        this.reductions = reductions;
        this.sweeps = sweeps;
        this.addsRows = addsRows;
    }

    /** All that a form has. */
    static VectorChoice all(VectorCalls form, RuleDescription rule) {
        boolean[] sweeps = new boolean[rule.sweeps().size()];
        for (int sweep : form.form().sweeps()) {
            sweeps[sweep] = true;
        }
        return new VectorChoice(
                Optional.of(form),
                Chosen.of(form.form().loops(), rule),
                Chosen.of(form.form().reductions(), rule),
                sweeps,
                form.form().addsRows());
    }

    /** The same, but for loops that a filter does not take. */
    VectorChoice thoseLoops(Filter beside, Filter apart) {
        return new VectorChoice(form, loops.those(beside, apart), reductions, sweeps, addsRows);
    }

    /** The same, but for reductions that a filter does not take. */
    VectorChoice thoseReductions(Filter beside, Filter apart) {
        return new VectorChoice(form, loops, reductions.those(beside, apart), sweeps, addsRows);
    }

    /** The same, but for sweeps that a filter does not take. */
    VectorChoice thoseSweeps(IntPredicate ofSweeps) {
        boolean[] some = new boolean[sweeps.length];
        for (int sweep = 0; sweep < some.length; sweep++) {
            some[sweep] = sweeps[sweep] && ofSweeps.test(sweep);
        }
        return new VectorChoice(form, loops, reductions, some, addsRows);
    }

    /** The same, but without sums of rows if they are not to be made so. */
    VectorChoice thatAddsRows(BooleanSupplier isWanted) {
        return new VectorChoice(form, loops, reductions, sweeps, addsRows && isWanted.getAsBoolean());
    }

    /** What runs them. */
    VectorCalls form() {
        return form.orElseThrow();
    }

    boolean hasLoop(int sweep, int loop) {
        return loops.hasBeside(sweep, loop);
    }

    /** Whether a loop is run so where the class itself would work on copies. */
    boolean hasApart(int sweep, int loop) {
        return loops.hasApart(sweep, loop);
    }

    boolean hasReduction(int sweep, int loop) {
        return reductions.hasBeside(sweep, loop);
    }

    /** Whether terms are added up so where the class itself would make them of copies. */
    boolean hasReductionApart(int sweep, int loop) {
        return reductions.hasApart(sweep, loop);
    }

    /** Whether the loops of a sweep are run at once. */
    boolean hasSweep(int sweep) {
        return sweep < sweeps.length && sweeps[sweep];
    }

    /** Whether sums of short rows are made. */
    boolean addsRows() {
        return addsRows;
    }

    /** How many there are. */
    int count() {
        int count = loops.count() + reductions.count() + (addsRows ? 1 : 0);
        for (boolean isAtOnce : sweeps) {
            count += isAtOnce ? 1 : 0;
        }
        return count;
    }
}

package org.descant.runtime;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Both forms of a loop beside each other, on numbers of the trial's own: first for their bits, on numbers among which are all that are special, then for
 * their {@linkplain VectorTiming time}.
 */
final class VectorTrial {
    private static final int OFFSET = 16;
    private static final int LENGTH = OFFSET + ReductionTree.BLOCK + 1;
    private static final int ROUNDS = 6;
    private static final TrialNumbers.Kind[] KINDS = TrialNumbers.Kind.values();

    /** The terms of a row: many vectors, and some more. */
    private static final int ROW = 129;

    private static final int ROWS = ReductionTree.BLOCK / ROW;

    /** What the vector form of a loop may take, as a share of the other form's time. */
    private static final double MOST = 0.9;

    /** The same where the other form works on copies, and is timed with what these take. */
    private static final double MOST_APART = 1;

    private final Optimizer optimizer;
    private final RuleDescription rule;
    private final ElementType type;
    private final TrialNumbers numbers = new TrialNumbers();
    private final Set<String> different = new LinkedHashSet<>();
    private final ReductionTree[] trees;
    private final Sweep[] sweeps;
    private final double[] scalars;
    private final boolean[] flags;
    private final double[] tensorScalars;
    private final boolean[] tensorFlags;
    private final boolean[] usualFlags;
    private final boolean[] usualTensorFlags;

    /** @param usualFlags the conditions under which times are taken; {@code usualTensorFlags} likewise */
    VectorTrial(Optimizer optimizer, ElementType type, boolean[] usualFlags, boolean[] usualTensorFlags) {
        this.optimizer = optimizer;
        this.rule = optimizer.description();
        this.usualFlags = usualFlags.clone();
        this.usualTensorFlags = usualTensorFlags.clone();
        this.type = type;
        trees = new ReductionTree[rule.reductions().size()];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = new ReductionTree(rule.reductions().get(i).kind());
        }
        sweeps = Sweep.ofStep(rule, ZeroedGradient.NONE);
        scalars = new double[rule.scalars()];
        flags = new boolean[rule.flags()];
        tensorScalars = new double[rule.tensorScalars()];
        tensorFlags = new boolean[rule.tensorFlags()];
    }

    /** One form of a loop, on memory of its own. */
    private abstract class Form implements Runnable {
        final Block block = new Block(type);
        final Buffers buffers = Buffers.scratch(type, rule.buffers() + trees.length, LENGTH);
        final Buffers cells = Buffers.scratch(type, rule.allCells().size(), LENGTH);
        final double[] results;

        Form() {
            this(trees.length);
        }

        /** @param count how many results there are */
        Form(int count) {
            results = new double[count + trees.length * ReductionTree.SUMS];
            block.take(scalars, flags, tensorScalars, tensorFlags);
        }

        void take(int from, int to) {
            block.take(buffers);
            block.takeCells(cells);
            block.take(from, to);
        }
    }

    RuleDescription rule() {
        return rule;
    }

    /** The loops whose vector form had other bits than the class. */
    Set<String> different() {
        return different;
    }

    /** Those of some loops whose vector form has the bits of the class, and takes little enough time. */
    VectorChoice better(VectorChoice choice) {
        return those(choice, (pair, most) -> pair.agrees() && pair.isFaster(most));
    }

    /** Those of some loops whose vector form has the bits of the class; it fails here and nowhere else if it cannot be run at all. */
    VectorChoice right(VectorChoice choice) {
        return those(choice, (pair, most) -> pair.agrees());
    }

    /** Says whether the vector form of a pair is to be used, which should take no more of the other's time than that. */
    private interface Filter {
        boolean takes(Pair pair, double most);
    }

    private VectorChoice those(VectorChoice choice, Filter filter) {
        VectorCalls form = choice.form();
        VectorChoice some = choice.thoseLoops(
                        (sweep, loop) -> filter.takes(loopPair(form, sweep, loop), MOST),
                        (sweep, loop) -> rule.sweeps().get(sweep).isOfCells(rule)
                                && filter.takes(apartPair(form, sweep, loop), MOST_APART))
                .thoseReductions(
                        (sweep, loop) -> filter.takes(reductionPair(form, sweep, loop, false), MOST),
                        (sweep, loop) -> filter.takes(reductionPair(form, sweep, loop, true), MOST_APART));
        return some.thoseSweeps(sweep -> filter.takes(sweepPair(some, sweep), MOST))
                .thatAddsRows(() -> type == ElementType.FLOAT && filter.takes(rowsPair(form), MOST));
    }

    /** Both forms of a loop, or of all loops of a sweep. */
    private final class Pair {
        private final String what;
        private final Form plain;
        private final Form vector;
        private final IntPredicate ignored;

        /** @param ignored the buffers of elements of which it does not matter what is left in them */
        Pair(String what, Form plain, Form vector, IntPredicate ignored) {
            this.what = what;
            this.plain = plain;
            this.vector = vector;
            this.ignored = ignored;
        }

        boolean agrees() {
            for (int round = 0; round < ROUNDS; round++) {
                fill(KINDS[round % KINDS.length]);
                plain.run();
                vector.run();
                if (!haveSameBits()) {
                    different.add(what);
                    return false;
                }
            }
            return true;
        }

        boolean isFaster(double most) {
            fill(TrialNumbers.Kind.USUAL);
            System.arraycopy(usualFlags, 0, flags, 0, flags.length);
            System.arraycopy(
                    usualTensorFlags, 0, tensorFlags, 0, Math.min(tensorFlags.length, usualTensorFlags.length));
            return VectorTiming.isFaster(plain, vector, most);
        }

        private boolean haveSameBits() {
            for (int i = 0; i < plain.buffers.count(); i++) {
                if (!ignored.test(i) && !haveSameBits(i)) {
                    return false;
                }
            }
            return Arrays.equals(plain.results, vector.results);
        }

        private boolean haveSameBits(int buffer) {
            return plain.buffers.array(buffer) instanceof float[] floats
                    ? Arrays.equals(floats, vector.buffers.floats(buffer))
                    : Arrays.equals(plain.buffers.doubles(buffer), vector.buffers.doubles(buffer));
        }

        /** Gives both the same numbers. */
        private void fill(TrialNumbers.Kind kind) {
            for (int i = 0; i < plain.buffers.count(); i++) {
                numbers.fill(plain.buffers.array(i), vector.buffers.array(i), kind);
            }
            for (int i = 0; i < plain.cells.count(); i++) {
                numbers.fill(plain.cells.array(i), vector.cells.array(i), kind);
                if (rule.allCells().get(i).shape().isOfRows()) {
                    TrialNumbers.level(plain.cells.array(i), OFFSET);
                    TrialNumbers.level(vector.cells.array(i), OFFSET);
                }
            }
            numbers.fill(scalars, flags);
            numbers.fill(tensorScalars, tensorFlags);
        }
    }

    private static String named(int sweep, int loop) {
        return "loop " + loop + " of sweep " + sweep;
    }

    private Pair loopPair(VectorCalls form, int sweep, int loop) {
        Form plain = new Form() {
            @Override
            public void run() {
                take(OFFSET, LENGTH);
                optimizer.loop(sweep, loop, block);
            }
        };
        return new Pair(named(sweep, loop), plain, vectorLoop(form, sweep, loop), buffer -> false);
    }

    private Pair apartPair(VectorCalls form, int sweep, int loop) {
        ElementLoop own = loop(sweep, loop);
        Form plain = new Form() {
            final Buffers copies = Buffers.scratch(type, rule.buffers() + trees.length, LENGTH);

            @Override
            public void run() {
                copy(own.touches(), buffers, copies);
                block.take(copies);
                block.takeCells(cells);
                block.take(OFFSET, LENGTH);
                optimizer.loop(sweep, loop, block);
                copy(own.writes(), copies, buffers);
            }
        };
        Form vector = own.isOfRows() ? vectorRowLoop(form, sweep, loop) : vectorLoop(form, sweep, loop);
        return new Pair(named(sweep, loop) + " on copies", plain, vector, buffer -> false);
    }

    private ElementLoop loop(int sweep, int loop) {
        return new ElementLoop(rule, rule.sweeps().get(sweep).loops().get(loop), loop);
    }

    private static void copy(int[] numbers, Buffers from, Buffers to) {
        for (int number : numbers) {
            System.arraycopy(from.array(number), OFFSET, to.array(number), OFFSET, LENGTH - OFFSET);
        }
    }

    private Form vectorRowLoop(VectorCalls form, int sweep, int loop) {
        return new Form() {
            @Override
            public void run() {
                take(OFFSET, LENGTH);
                block.takeRow(cells, OFFSET);
                int end = form.rowLoop(sweep, loop, block);
                block.take(end, LENGTH);
                optimizer.loop(sweep, loop, block);
            }
        };
    }

    private Form vectorLoop(VectorCalls form, int sweep, int loop) {
        return new Form() {
            @Override
            public void run() {
                take(OFFSET, LENGTH);
                int end = form.loop(sweep, loop, block);
                block.take(end, LENGTH);
                optimizer.loop(sweep, loop, block);
            }
        };
    }

    /** The loops of a sweep one after the other, each in its better form, and as one. */
    private Pair sweepPair(VectorChoice choice, int sweep) {
        Form plain = new Form() {
            @Override
            public void run() {
                for (ElementLoop loop : sweeps[sweep].updates()) {
                    take(OFFSET, LENGTH);
                    if (choice.hasLoop(sweep, loop.number())) {
                        block.take(choice.form().loop(sweep, loop.number(), block), LENGTH);
                    }
                    optimizer.loop(sweep, loop.number(), block);
                }
            }
        };
        return new Pair(
                "sweep " + sweep,
                plain,
                vectorSweep(choice.form(), sweep),
                buffer -> buffer < rule.buffers() && sweeps[sweep].handsOnBetweenUpdates(buffer));
    }

    private Form vectorSweep(VectorCalls form, int sweep) {
        return new Form() {
            @Override
            public void run() {
                take(OFFSET, LENGTH);
                int end = form.sweep(sweep, block);
                block.take(end, LENGTH);
                for (ElementLoop loop : sweeps[sweep].updates()) {
                    optimizer.loop(sweep, loop.number(), block);
                }
            }
        };
    }

    /**
     * What a block of terms adds up to. Either form uses the arrays of terms as it likes.
     *
     * @param copies whether the class works on copies
     */
    private Pair reductionPair(VectorCalls form, int sweep, int loop, boolean copies) {
        ElementLoop described = loop(sweep, loop);
        int[] reductions = Arrays.stream(described.writes())
                .map(buffer -> buffer - rule.termBuffer(0))
                .toArray();
        Buffers terms = Buffers.scratch(type, trees.length, LENGTH);
        Block own = new Block(type, rule.buffers(), terms);
        own.take(scalars, flags, tensorScalars, tensorFlags);
        boolean isBlock = optimizer.reducesBlocks(sweep) && isOnlyOneOfTerms(sweep);
        Form plain = new Form() {
            final Buffers read = copies ? Buffers.scratch(type, rule.buffers(), LENGTH) : buffers;

            @Override
            public void run() {
                if (copies) {
                    copy(described.reads(), buffers, read);
                }
                own.take(read);
                own.take(OFFSET, OFFSET + (isBlock ? ReductionTree.LANES : ReductionTree.BLOCK));
                if (isBlock) {
                    optimizer.reduceBlock(sweep, own);
                } else {
                    optimizer.loop(sweep, loop, own);
                }
                for (int reduction : reductions) {
                    results[reduction] = added(reduction, terms, isBlock);
                }
            }
        };
        return new Pair(
                "the sums of " + named(sweep, loop) + (copies ? " on copies" : ""),
                plain,
                vectorReduction(form, sweep, loop),
                buffer -> buffer >= rule.buffers());
    }

    private Form vectorReduction(VectorCalls form, int sweep, int loop) {
        return new Form() {
            @Override
            public void run() {
                take(OFFSET, OFFSET + ReductionTree.BLOCK);
                form.reduce(sweep, loop, block, results);
                Arrays.fill(results, trees.length, results.length, 0);
            }
        };
    }

    /** Sums of short rows, which are no whole number of vectors. */
    private Pair rowsPair(VectorCalls form) {
        ReductionTree tree = new ReductionTree(ReductionKind.SUM);
        Form plain = new Form(ROWS) {
            @Override
            public void run() {
                for (int row = 0; row < ROWS; row++) {
                    results[row] = tree.ofRow(buffers.floats(0), OFFSET + row * ROW, ROW);
                }
            }
        };
        Form vector = new Form(ROWS) {
            @Override
            public void run() {
                form.addRows(buffers.floats(0), OFFSET, ROW, ROWS, results);
                Arrays.fill(results, ROWS, results.length, 0);
            }
        };
        return new Pair("the sums of rows", plain, vector, buffer -> false);
    }

    private boolean isOnlyOneOfTerms(int sweep) {
        return rule.sweeps().get(sweep).loops().stream()
                        .filter(loop -> loop.writesTerms(rule))
                        .count()
                == 1;
    }

    /** What a block of terms adds up to, or what its lanes do. */
    private double added(int reduction, Buffers terms, boolean isBlock) {
        ReductionTree tree = trees[reduction];
        tree.begin();
        if (type == ElementType.FLOAT && isBlock) {
            tree.addLanes(terms.floats(reduction), OFFSET);
        } else if (type == ElementType.FLOAT) {
            tree.addBlock(terms.floats(reduction), OFFSET, ReductionTree.BLOCK);
        } else if (isBlock) {
            tree.addLanes(terms.doubles(reduction), OFFSET);
        } else {
            tree.addBlock(terms.doubles(reduction), OFFSET, ReductionTree.BLOCK);
        }
        return tree.result();
    }
}

package org.descant.runtime;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Both forms of a loop beside each other, on numbers of the trial's own: first for their bits, on numbers among which are all that are special, then for
 * their {@linkplain VectorTiming time}.
 */
final class VectorTrial {
    private static final int OFFSET = 16;
    private static final int LENGTH = OFFSET + ReductionTree.BLOCK + 1;
    private static final int ROUNDS = 6;

    /** What the vector form of a loop may take, as a share of the other form's time. */
    private static final double MOST = 0.9;

    /** The same where the other form works on copies, and is timed with what these take. */
    private static final double MOST_APART = 1;

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    private final Optimizer optimizer;
    private final RuleDescription rule;
    private final ElementType type;
    private final Random random = new Random(1);
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
        final double[] results = new double[trees.length * (1 + ReductionTree.SUMS)];

        Form() {
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

    /** Those of some loops whose vector form has the bits of the other one and takes little enough time. */
    VectorChoice better(VectorChoice choice) {
        VectorChoice better = choice.those(
                (sweep, loop) -> isBetterLoop(choice.form(), sweep, loop),
                (sweep, loop) -> isBetterApart(choice.form(), sweep, loop),
                (sweep, loop) -> isBetterReduction(choice.form(), sweep, loop));
        return better.thoseSweeps(sweep -> isBetterSweep(better, sweep));
    }

    /** Runs all loops of a form, so that it fails here and nowhere else if it cannot be run at all. */
    void run(VectorLoops form) {
        for (int[] loop : form.loops()) {
            run(vectorLoop(form, loop[0], loop[1]));
            if (loop(loop[0], loop[1]).isOfRows()) {
                run(vectorRowLoop(form, loop[0], loop[1]));
            }
        }
        for (int[] loop : form.reductions()) {
            run(vectorReduction(form, loop[0], loop[1]));
        }
        for (int sweep : form.sweeps()) {
            run(vectorSweep(form, sweep));
        }
    }

    private void run(Form form) {
        for (int round = 0; round < ROUNDS; round++) {
            fill(form, form, round % 2 == 0);
            form.run();
        }
    }

    private boolean isBetterLoop(VectorLoops form, int sweep, int loop) {
        Form plain = new Form() {
            @Override
            public void run() {
                take(OFFSET, LENGTH);
                optimizer.loop(sweep, loop, block);
            }
        };
        return isBetter(plain, vectorLoop(form, sweep, loop), MOST);
    }

    private boolean isBetterApart(VectorLoops form, int sweep, int loop) {
        if (!rule.sweeps().get(sweep).isOfCells(rule)) {
            return false;
        }
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
        return isBetter(plain, vector, MOST_APART);
    }

    private ElementLoop loop(int sweep, int loop) {
        return new ElementLoop(rule, rule.sweeps().get(sweep).loops().get(loop), loop);
    }

    private static void copy(int[] numbers, Buffers from, Buffers to) {
        for (int number : numbers) {
            System.arraycopy(from.array(number), OFFSET, to.array(number), OFFSET, LENGTH - OFFSET);
        }
    }

    private Form vectorRowLoop(VectorLoops form, int sweep, int loop) {
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

    private Form vectorLoop(VectorLoops form, int sweep, int loop) {
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

    /** Whether the loops of a sweep are better as one than one after the other, each in its better form. */
    private boolean isBetterSweep(VectorChoice choice, int sweep) {
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
        return isBetter(plain, vectorSweep(choice.form(), sweep), MOST, sweeps[sweep]::handsOnBetweenUpdates);
    }

    private Form vectorSweep(VectorLoops form, int sweep) {
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

    private boolean isBetterReduction(VectorLoops form, int sweep, int loop) {
        LoopDescription described = rule.sweeps().get(sweep).loops().get(loop);
        int[] reductions = described
                .writtenBuffers()
                .map(buffer -> buffer - rule.termBuffer(0))
                .toArray();
        Buffers terms = Buffers.scratch(type, trees.length, LENGTH);
        Block own = new Block(type, rule.buffers(), terms);
        own.take(scalars, flags, tensorScalars, tensorFlags);
        boolean isBlock = optimizer.reducesBlocks(sweep) && isOnlyOneOfTerms(sweep);
        Form plain = new Form() {
            @Override
            public void run() {
                own.take(buffers);
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
        return isBetter(plain, vectorReduction(form, sweep, loop), MOST);
    }

    private Form vectorReduction(VectorLoops form, int sweep, int loop) {
        return new Form() {
            @Override
            public void run() {
                take(OFFSET, OFFSET + ReductionTree.BLOCK);
                form.reduce(sweep, loop, block, results);
                Arrays.fill(results, trees.length, results.length, 0);
            }
        };
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

    private boolean isBetter(Form plain, Form vector, double most) {
        return isBetter(plain, vector, most, buffer -> false);
    }

    /** @param ignored the buffers of elements of which it does not matter what is left in them */
    private boolean isBetter(Form plain, Form vector, double most, IntPredicate ignored) {
        for (int round = 0; round < ROUNDS; round++) {
            fill(plain, vector, round % 2 == 0);
            plain.run();
            vector.run();
            if (!haveSameBits(plain, vector, ignored)) {
                return false;
            }
        }
        fill(plain, vector, false);
        System.arraycopy(usualFlags, 0, flags, 0, flags.length);
        System.arraycopy(usualTensorFlags, 0, tensorFlags, 0, Math.min(tensorFlags.length, usualTensorFlags.length));
        return VectorTiming.isFaster(plain, vector, most);
    }

    private boolean haveSameBits(Form plain, Form vector, IntPredicate ignored) {
        return haveSameBits(plain.buffers, vector.buffers, ignored) && Arrays.equals(plain.results, vector.results);
    }

    private boolean haveSameBits(Buffers one, Buffers other, IntPredicate ignored) {
        for (int i = 0; i < one.count(); i++) {
            boolean isIgnored = i < rule.buffers() && ignored.test(i);
            if (!isIgnored && !haveSameBits(one, other, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean haveSameBits(Buffers one, Buffers other, int buffer) {
        return one.array(buffer) instanceof float[] floats
                ? Arrays.equals(floats, other.floats(buffer))
                : Arrays.equals(one.doubles(buffer), other.doubles(buffer));
    }

    /** Gives both forms the same numbers: around 1, or with special ones among them. */
    private void fill(Form one, Form other, boolean special) {
        for (int i = 0; i < one.buffers.count(); i++) {
            fill(one.buffers.array(i), other.buffers.array(i), special);
        }
        for (int i = 0; i < one.cells.count(); i++) {
            fill(one.cells.array(i), other.cells.array(i), special);
            if (rule.allCells().get(i).shape().isOfRows()) {
                level(one.cells.array(i));
                level(other.cells.array(i));
            }
        }
        fill(scalars, flags);
        fill(tensorScalars, tensorFlags);
    }

    /** All elements are of one row. */
    private static void level(Object array) {
        if (array instanceof float[] floats) {
            Arrays.fill(floats, floats[OFFSET]);
        } else {
            double[] doubles = (double[]) array;
            Arrays.fill(doubles, doubles[OFFSET]);
        }
    }

    private void fill(double[] numbers, boolean[] conditions) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.1 + 0.8 * random.nextDouble();
        }
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = random.nextInt(4) > 0;
        }
    }

    private void fill(Object one, Object other, boolean special) {
        for (int i = 0; i < LENGTH; i++) {
            double number =
                    special && random.nextInt(4) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
            if (one instanceof float[] floats) {
                floats[i] = (float) number;
                ((float[]) other)[i] = (float) number;
            } else {
                ((double[]) one)[i] = number;
                ((double[]) other)[i] = number;
            }
        }
    }
}

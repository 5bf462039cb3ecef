package org.descant.runtime;

/**
 * Loops of a generated class in another form, which calls the Vector API ({@code jdk.incubator.vector}) where the class itself leaves it to the JVM to
 * find vector code. It has the same bits. Descant generates it beside the class, in one of its own, so that the class runs where
 * the module is not there; its name is that of the class with {@value #SUFFIX} behind it.
 *
 * <p>The runtime looks for it, compares it with the class and uses it where it is faster, as the property {@value #PROPERTY} says:
 *
 * <ul>
 *   <li>{@code auto}, unless told: when a class makes its eighth step, and the module is there (the JVM was started with {@code --add-modules
 *       jdk.incubator.vector}), a thread in the background compares both forms of each loop, for bits and for time; those that are faster are used from then on
 *   <li>{@code wait}: the same, and that step waits for it; a benchmark measures what will be used then
 *   <li>{@code on}: all of them that have the bits of the class are used, from the first step
 *   <li>{@code off}: none is used
 * </ul>
 *
 * <p>Where the class has split a loop for the JVM, a form may have it as one, too ({@link #sweep}), which is compared with the parts, each in its faster form.
 *
 * <p>Where the class would work on copies, for sums of large tensors and on large matrices with values per row or column, a form is used that is as fast as the class with its
 * copies: there it leaves memory no time to wait, which in the caches of a trial does not show. A form that has other bits than the class, which a JVM with a fault could bring about, is not
 * used, and a warning names it.
 *
 * <p>The bits are those of the class whatever is used. A step that is made of vector forms may allocate some objects for each block: what C2 leaves in a vector
 * object of its own. Nothing else of a step does.
 *
 * <p>A line of the system logger {@code org.descant.runtime.vectors} says how many are used.
 */
public abstract class VectorLoops {
    /** What stands behind the name of a class in that of its vector form. */
    public static final String SUFFIX = "Vectors";

    /** The property of the system that says whether vector forms are used: {@code auto}, {@code wait}, {@code on} or {@code off}. */
    public static final String PROPERTY = "descant.vectors";

    /** Terms of a reduction that a lane is apart from its next: what {@link #reduce} adds up side by side. */
    public static final int LANES = ReductionTree.LANES;

    /** Terms of a block of a reduction. */
    public static final int BLOCK = ReductionTree.BLOCK;

    /** Doubles that add the lanes of a reduction. */
    public static final int SUMS = ReductionTree.SUMS;

    private final int[][] loops;
    private final int[][] reductions;
    private final int[] sweeps;

    /**
     * @param loops those that {@link #loop} runs, each as sweep and loop
     * @param reductions those whose terms {@link #reduce} adds up
     */
    protected VectorLoops(int[][] loops, int[][] reductions) {
        this(loops, reductions, new int[] {});
    }

    /**
     * @param loops those that {@link #loop} runs, each as sweep and loop
     * @param reductions those whose terms {@link #reduce} adds up
     * @param sweeps those whose loops {@link #sweep} runs at once
     */
    protected VectorLoops(int[][] loops, int[][] reductions, int[] sweeps) {
        this.loops = copy(loops);
        this.reductions = copy(reductions);
        this.sweeps = sweeps.clone();
    }

    private static int[][] copy(int[][] pairs) {
        int[][] copy = new int[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            copy[i] = pairs[i].clone();
        }
        return copy;
    }

    /** The loops that {@link #loop} runs, each as sweep and loop. */
    final int[][] loops() {
        return copy(loops);
    }

    /** The sweeps whose loops {@link #sweep} runs at once. */
    final int[] sweeps() {
        return sweeps.clone();
    }

    /** The loops whose terms {@link #reduce} adds up, each as sweep and loop. */
    final int[][] reductions() {
        return copy(reductions);
    }

    /**
     * Runs a loop on the elements of a block, from the first as far as whole vectors go. Cells, terms and some buffers may stand at another index than the elements
     * ({@link Block#shift()}). Several threads may call it at once.
     *
     * @return the index of the first element that is left
     */
    protected abstract int loop(int sweep, int loop, Block block);

    /**
     * As {@link #loop}, on elements of one row, of a loop that reads what is per row: this is a number, {@link Block#floatCell} or
     * {@link Block#doubleCell}.
     *
     * @return the index of the first element that is left
     */
    protected int rowLoop(int sweep, int loop, Block block) {
        throw none(sweep, loop);
    }

    /**
     * Runs the loops of a sweep as one, but for those that write terms, on the elements of a block, from the first as far as whole vectors go. They write in every
     * step; what one of them hands to the next need not be left anywhere.
     *
     * @return the index of the first element that is left
     */
    protected int sweep(int sweep, Block block) {
        throw none(sweep);
    }

    /**
     * Adds up the terms of a loop over a block of {@value ReductionTree#BLOCK} elements, in the order of the tree of reductions.
     *
     * @param results takes what each of the loop's reductions comes to, at its number; behind those of all the rule's reductions there is
     *     room for {@link #SUMS} doubles for each of the loop's
     */
    protected abstract void reduce(int sweep, int loop, Block block, double[] results);

    /** Whether it has {@link #addRows}. */
    protected boolean addsRows() {
        return false;
    }

    /**
     * Adds up rows of terms that lie one behind the other, each in the order of the tree of reductions.
     *
     * @param from where the first row begins
     * @param length the terms of a row, at most {@link #LANES}
     * @param results takes the sums from its first place on; behind them there is room for {@link #SUMS} doubles
     */
    protected void addRows(float[] terms, int from, int length, int rows, double[] results) {
        throw new IllegalStateException("no vector form of sums of rows");
    }

    /** Makes the sums that stand in an array from a place on one, by halves. */
    public static double total(double[] sums, int at) {
        return ((sums[at] + sums[at + 4]) + (sums[at + 2] + sums[at + 6]))
                + ((sums[at + 1] + sums[at + 5]) + (sums[at + 3] + sums[at + 7]));
    }

    /** What is thrown for a loop that there is no vector form of. */
    public static IllegalArgumentException none(int sweep, int loop) {
        return new IllegalArgumentException("no vector form of loop " + loop + " of sweep " + sweep);
    }

    /** What is thrown for a sweep whose loops there is no vector form of as one. */
    public static IllegalArgumentException none(int sweep) {
        return new IllegalArgumentException("no vector form of all of sweep " + sweep);
    }
}

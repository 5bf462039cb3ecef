package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One pass over the elements: the loops that are run on every block, and the buffers that they touch. */
final class Sweep {
    private final int number;
    private final boolean isStart;
    private final boolean zeroesGradient;
    private final int firstLoop;
    private final List<CellLoop> cellLoops;
    private final ElementLoop[] termLoops;
    private final ElementLoop[] loops;
    private final int[] termReads;
    private final int[] untouchedTermReads;
    private final int[] touched;
    private final int[] writes;
    private final int[] leaves;
    private final boolean[] handsOn;
    private final int[] termCells;
    private final int[] readCells;
    private final int[] rowCells;
    private final int[] otherCells;
    private final boolean isOfCells;
    private final boolean writesState;
    private final int[] elementReductions;
    private final int[][] sharers;
    private final int[] modelReductions;

    private Sweep(
            RuleDescription rule,
            SweepDescription description,
            int number,
            boolean isStart,
            boolean zeroesGradient,
            int firstLoop) {
        this.number = number;
        this.isStart = isStart;
        this.zeroesGradient = zeroesGradient;
        this.firstLoop = firstLoop;
        cellLoops = description.loops().stream()
                .filter(loop -> loop.over() != StateShape.PER_ELEMENT)
                .map(loop -> new CellLoop(rule, loop))
                .toList();
        termLoops = elementLoops(rule, description, true);
        loops = elementLoops(rule, description, false);
        termCells = distinct(Arrays.stream(termLoops).map(ElementLoop::cells).flatMapToInt(Arrays::stream));
        readCells = distinct(Arrays.stream(loops).map(ElementLoop::cells).flatMapToInt(Arrays::stream));
        rowCells = Arrays.stream(readCells).filter(cell -> isOfRows(rule, cell)).toArray();
        otherCells =
                Arrays.stream(readCells).filter(cell -> !isOfRows(rule, cell)).toArray();
        isOfCells = description.isOfCells(rule);
        int[] terms = distinct(Arrays.stream(termLoops).map(ElementLoop::writes).flatMapToInt(Arrays::stream));
        termReads = distinct(Arrays.stream(termLoops)
                .map(ElementLoop::reads)
                .flatMapToInt(Arrays::stream)
                .filter(buffer -> Arrays.binarySearch(terms, buffer) < 0));
        touched = distinct(Arrays.stream(loops)
                .map(ElementLoop::touches)
                .flatMapToInt(Arrays::stream)
                .filter(buffer -> buffer < rule.firstCarriedBuffer() || isReadFirst(buffer)));
        writes = distinct(Arrays.stream(loops).map(ElementLoop::writes).flatMapToInt(Arrays::stream));
        leaves = Arrays.stream(writes)
                .filter(buffer -> buffer < rule.firstCarriedBuffer() || isTouchedElsewhere(rule, buffer))
                .toArray();
        handsOn = new boolean[rule.buffers()];
        Arrays.stream(writes)
                .filter(buffer -> Arrays.binarySearch(leaves, buffer) < 0)
                .forEach(buffer -> handsOn[buffer] = true);
        untouchedTermReads = Arrays.stream(termReads)
                .filter(buffer -> Arrays.binarySearch(touched, buffer) < 0 && Arrays.binarySearch(writes, buffer) < 0)
                .toArray();
        writesState = writesState(rule);
        elementReductions = distinct(description.reductions().stream()
                .mapToInt(Integer::intValue)
                .filter(reduction -> rule.reductions().get(reduction).over() == StateShape.PER_ELEMENT));
        sharers = Arrays.stream(elementReductions)
                .map(rule::termBuffer)
                .distinct()
                .mapToObj(buffer -> Arrays.stream(elementReductions)
                        .filter(reduction -> rule.termBuffer(reduction) == buffer)
                        .toArray())
                .toArray(int[][]::new);
        modelReductions = distinct(description.reductions().stream()
                .mapToInt(Integer::intValue)
                .filter(reduction -> rule.reductions().get(reduction).shape() == StateShape.PER_MODEL));
    }

    private static ElementLoop[] elementLoops(RuleDescription rule, SweepDescription description, boolean areOfTerms) {
        List<LoopDescription> all = description.loops();
        return IntStream.range(0, all.size())
                .filter(loop -> all.get(loop).over() == StateShape.PER_ELEMENT
                        && all.get(loop).writesTerms(rule) == areOfTerms)
                .mapToObj(loop -> new ElementLoop(rule, all.get(loop), loop))
                .toArray(ElementLoop[]::new);
    }

    private static boolean isOfRows(RuleDescription rule, int cell) {
        return rule.allCells().get(cell).shape().isOfRows();
    }

    /** Whether the first of the other loops that touches a buffer reads it. */
    private boolean isReadFirst(int buffer) {
        for (ElementLoop loop : loops) {
            if (Arrays.stream(loop.reads()).anyMatch(read -> read == buffer)) {
                return true;
            } else if (Arrays.stream(loop.writes()).anyMatch(written -> written == buffer)) {
                return false;
            }
        }
        return false;
    }

    private boolean isTouchedElsewhere(RuleDescription rule, int buffer) {
        return IntStream.range(0, rule.sweeps().size())
                .filter(sweep -> isStart || sweep != number)
                .mapToObj(sweep -> rule.sweeps().get(sweep).loops())
                .flatMap(List::stream)
                .anyMatch(loop -> loop.reads().contains(buffer) || loop.writes().contains(buffer));
    }

    private boolean writesState(RuleDescription rule) {
        boolean elements = Arrays.stream(writes)
                .anyMatch(buffer -> buffer == 0 || (buffer >= rule.firstStateBuffer() && buffer < rule.keptBuffer()));
        int states = rule.cellStates().size();
        return elements
                || cellLoops.stream()
                        .flatMapToInt(loop -> Arrays.stream(loop.writes()))
                        .anyMatch(cell -> cell < states);
    }

    /** Whether it changes values or states. */
    boolean writesState() {
        return writesState;
    }

    /**
     * The sweeps of a step.
     *
     * @param zeroing the one that leaves zeros in the gradient; {@link ZeroedGradient#NONE} if none does
     */
    static Sweep[] ofStep(RuleDescription rule, int zeroing) {
        Sweep[] sweeps = new Sweep[rule.sweeps().size()];
        for (int i = 0; i < sweeps.length; i++) {
            sweeps[i] = new Sweep(rule, rule.sweeps().get(i), i, false, i == zeroing, 0);
        }
        return sweeps;
    }

    /** The sweeps before the first step; there is always one, which has a prologue at least. */
    static Sweep[] ofStart(RuleDescription rule) {
        List<SweepDescription> described = rule.startSweeps().isEmpty()
                ? List.of(new SweepDescription(List.of(), List.of(), false))
                : rule.startSweeps();
        Sweep[] sweeps = new Sweep[described.size()];
        int loops = 0;
        for (int i = 0; i < sweeps.length; i++) {
            sweeps[i] = new Sweep(rule, described.get(i), i, true, false, loops);
            loops += described.get(i).loops().size();
        }
        return sweeps;
    }

    private static int[] distinct(IntStream numbers) {
        return numbers.distinct().sorted().toArray();
    }

    /** Whether it leaves zeros in the gradient, behind all its loops. */
    boolean zeroesGradient() {
        return zeroesGradient;
    }

    /** Whether matrices, rows or columns play a part in it, or the dimensions of a tensor decide what it needs. */
    boolean isOfCells() {
        return isOfCells;
    }

    /** The loops over matrices, rows and columns, in their order; those that write terms are among them. */
    List<CellLoop> cellLoops() {
        return cellLoops;
    }

    /** The cells that the loops over elements which write terms read. */
    int[] termCells() {
        return termCells;
    }

    /** The cells that the other loops over elements read. */
    int[] readCells() {
        return readCells;
    }

    /** Those of them that are per row. */
    int[] rowCells() {
        return rowCells;
    }

    /** Those of them that are not. */
    int[] otherCells() {
        return otherCells;
    }

    boolean hasTerms() {
        return termLoops.length > 0;
    }

    boolean hasLoops() {
        return loops.length > 0;
    }

    /** Whether any of the other loops writes anything in a step. */
    boolean hasLoops(boolean[] flags) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(flags)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of them writes anything in a step that a run has. */
    boolean updates(Run run, boolean[] flags) {
        return run.hasAny(writes) && hasLoops(flags);
    }

    /**
     * The place of what is taken as the {@code i}-th of some groups, tensors or runs: a sweep that adds no terms goes from the last to the first, since what
     * the sweep before it has touched last is still in the cache. In a tensor all sweeps go forwards, as the processor fetches ahead.
     */
    int place(int i, int count) {
        return number > 0 && !hasTerms() ? count - 1 - i : i;
    }

    /** The buffers that the loops which write terms read, but for terms that an earlier one of them wrote. */
    int[] termReads() {
        return termReads;
    }

    /** Those of them that the other loops do not touch. */
    int[] untouchedTermReads() {
        return untouchedTermReads;
    }

    /**
     * The buffers that the other loops read, or write: some are written on some steps only, and stay as they are on others. What is handed on between the loops of
     * a step and written here first is not among them.
     */
    int[] touched() {
        return touched;
    }

    /** The buffers that the other loops write. */
    int[] writes() {
        return writes;
    }

    /** Those of them whose elements mean anything when it is over, and not only to a later loop of its own. */
    int[] leaves() {
        return leaves;
    }

    /** Whether one of its loops writes a buffer for another, or for the terms behind it, and what it holds means nothing when it is over. */
    boolean handsOn(int buffer) {
        return handsOn[buffer];
    }

    /** Whether what a buffer holds means nothing behind its loops that write no terms. */
    boolean handsOnBetweenUpdates(int buffer) {
        return handsOn(buffer) && Arrays.stream(termReads).noneMatch(read -> read == buffer);
    }

    /** The loops over elements that write terms. */
    ElementLoop[] termLoops() {
        return termLoops;
    }

    /** The other loops over elements. */
    ElementLoop[] updates() {
        return loops;
    }

    /** The reductions of elements that are known at its end. */
    int[] elementReductions() {
        return elementReductions;
    }

    /** Those reductions of elements by their terms: each has those that share them, with that which the terms are named after first. */
    int[][] sharers() {
        return sharers;
    }

    /** The reductions per model that are known at its end. */
    int[] modelReductions() {
        return modelReductions;
    }

    /** Runs the prologue of a group. */
    void prologue(Optimizer optimizer, Step step) {
        if (number == 0) {
            if (isStart) {
                optimizer.startPrologue(step);
            } else {
                optimizer.prologue(step);
            }
        } else if (isStart) {
            optimizer.startPrologue(number, step);
        } else {
            optimizer.prologue(number, step);
        }
    }

    /** Runs the prologue of a tensor. */
    void tensorPrologue(Optimizer optimizer, Step step, TensorStep tensor) {
        if (isStart) {
            optimizer.startTensorPrologue(number, step, tensor);
        } else {
            optimizer.tensorPrologue(number, step, tensor);
        }
    }

    /** Whether the loops that write terms come after the others on each block, and see what these leave. */
    boolean hasTermsLast() {
        return hasLoops() && hasTerms() && termLoops[0].number() > loops[0].number();
    }

    /** Runs the loops that write terms on a row of them. */
    void runTerms(Optimizer optimizer, Block block) {
        for (ElementLoop loop : termLoops) {
            run(optimizer, block, loop.number());
        }
    }

    /** Whether the terms of a whole block can be added up in the lanes of the tree; see {@link Optimizer#reduceBlock}. */
    boolean reducesBlocks(Optimizer optimizer) {
        return !isStart && optimizer.reducesBlocks(number);
    }

    /** Adds them up. */
    void reduceBlock(Optimizer optimizer, Block block) {
        optimizer.reduceBlock(number, block);
    }

    /**
     * Whether the terms of a whole block are to be added up by the vector form, where its elements are.
     *
     * @param copies whether the class itself would work on copies
     */
    boolean reducesInPlace(Vectors vectors, boolean copies) {
        if (isStart) {
            return false;
        }
        for (ElementLoop loop : termLoops) {
            if (!vectors.reduces(number, loop.number(), copies)) {
                return false;
            }
        }
        return true;
    }

    /** Adds up the terms of a whole block; see {@link VectorLoops#reduce}. */
    void reduceInPlace(Vectors vectors, Block block, double[] results) {
        for (ElementLoop loop : termLoops) {
            vectors.reduce(number, loop.number(), block, results);
        }
    }

    /** Runs one of the loops over matrices, rows and columns. */
    void runCells(Optimizer optimizer, int loop, Block block) {
        run(optimizer, block, loop);
    }

    /** Runs those of the other loops on one block that write anything in this step. */
    void run(Optimizer optimizer, Block block) {
        if (!isStart && optimizer.vectors().runSweep(optimizer, number, loops, block)) {
            return;
        }
        for (ElementLoop loop : loops) {
            if (loop.isRun(block.flags())) {
                run(optimizer, block, loop.number());
            }
        }
    }

    /** Whether those of them that read what is per row can be run on one row after the other; see {@link Optimizer#rowLoop}. */
    boolean takesRows(Optimizer optimizer) {
        return !isStart && optimizer.takesRows(number) && !runsAsVectors(optimizer.vectors());
    }

    private boolean runsAsVectors(Vectors vectors) {
        for (ElementLoop loop : loops) {
            if (loop.isOfRows() && runsAsVectors(vectors, loop)) {
                return true;
            }
        }
        return false;
    }

    private boolean runsAsVectors(Vectors vectors, ElementLoop loop) {
        return !isStart && vectors.runs(number, loop.number());
    }

    /**
     * Whether a loop over elements runs as a vector form by now, apart from what is beside the elements.
     *
     * @param copies whether the class itself would work on copies
     */
    boolean runsApart(Vectors vectors, ElementLoop loop, boolean copies) {
        return !isStart && vectors.runsApart(number, loop.number()) && (copies || vectors.runs(number, loop.number()));
    }

    /** Runs one that does, as far as whole vectors go, and says where that is. */
    int runApart(Vectors vectors, ElementLoop loop, Block block) {
        return vectors.runWhole(number, loop.number(), block);
    }

    /** As {@link #runApart}, on elements of one row. */
    int runRowApart(Vectors vectors, ElementLoop loop, Block block) {
        return vectors.runRow(number, loop.number(), block);
    }

    /** Runs one as the class itself has it. */
    void runItself(Optimizer optimizer, ElementLoop loop, Block block) {
        optimizer.loop(number, loop.number(), block);
    }

    /** Runs one in whichever form. */
    void run(Optimizer optimizer, ElementLoop loop, Block block) {
        run(optimizer, block, loop.number());
    }

    /** Whether {@link #run(Optimizer, Block, Run)} can go over the elements where they are, if all have one index. */
    boolean hasRoom(Run run, boolean[] flags) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, flags) && !run.hasRoom(loop.touches())) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #run(Optimizer, Block, Run)}, on elements of one row. */
    void runRow(Optimizer optimizer, Block block, Run run) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, block.flags())) {
                if (loop.isOfRows()) {
                    optimizer.rowLoop(number, loop.number(), block);
                } else {
                    run(optimizer, block, loop.number());
                }
            }
        }
    }

    /** Runs those of them that write a buffer which the run has. */
    void run(Optimizer optimizer, Block block, Run run) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, block.flags())) {
                run(optimizer, block, loop.number());
            }
        }
    }

    private void run(Optimizer optimizer, Block block, int loop) {
        if (isStart) {
            optimizer.startLoop(firstLoop + loop, block);
        } else {
            optimizer.vectors().run(optimizer, number, loop, block);
        }
    }
}

package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One pass over the elements: the loops that are run on every block, and the buffers that they touch. */
final class Sweep {
    private final int number;
    private final boolean isStart;
    private final boolean zeroesGradient;
    private final SweepCode code;
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
        cellLoops = description.loops().stream()
                .filter(loop -> loop.over() != StateShape.PER_ELEMENT)
                .map(loop -> new CellLoop(rule, loop))
                .toList();
        termLoops = elementLoops(rule, description, true);
        loops = elementLoops(rule, description, false);
        code = new SweepCode(number, isStart, firstLoop, termLoops, loops);
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

    /** How it is run. */
    SweepCode code() {
        return code;
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

    /** Whether the loops that write terms come after the others on each block, and see what these leave. */
    boolean hasTermsLast() {
        return hasLoops() && hasTerms() && termLoops[0].number() > loops[0].number();
    }

    /** Whether {@link SweepCode#run(Optimizer, Block, Run)} can go over the elements where they are, if all have one index. */
    boolean hasRoom(Run run, boolean[] flags) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, flags) && !run.hasRoom(loop.touches())) {
                return false;
            }
        }
        return true;
    }
}

package org.descant.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A {@link RuleDescription} in the making; a generated class fills one in as it is loaded. */
public final class RuleDescriptionBuilder {
    final String name;
    final List<HyperDescription> hypers = new ArrayList<>();
    final List<OptionDescription> options = new ArrayList<>();
    final List<StateDescription> states = new ArrayList<>();
    final List<InputDescription> inputs = new ArrayList<>();
    final List<OutputDescription> outputs = new ArrayList<>();
    final List<CellDescription> cells = new ArrayList<>();
    final List<ReductionDescription> reductions = new ArrayList<>();
    final SweepsInTheMaking sweeps = new SweepsInTheMaking(reductions);
    final SweepsInTheMaking startSweeps = new SweepsInTheMaking(reductions);
    final List<RingDescription> rings = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final List<UnneededDescription> unneeded = new ArrayList<>();
    Set<ElementType> elementTypes = EnumSet.allOf(ElementType.class);
    boolean readsValues = true;
    final List<EvaluationDescription> evaluations = new ArrayList<>();
    boolean readsLoss;
    int carried;
    int scalars;
    int flags;
    int tensorScalars;
    int tensorFlags;
    String source = "";
    String compilerVersion = "";
    int numericVersion = Numeric.VERSION;
    String equations = "";

    RuleDescriptionBuilder(String name) {
        this.name = name;
    }

    /** Adds a hyperparameter that groups may have values of their own for. */
    public RuleDescriptionBuilder hyper(String hyper, double defaultValue, Range range) {
        return hyper(hyper, defaultValue, range, true);
    }

    /** Adds a hyperparameter; its index is the number of those added before. */
    public RuleDescriptionBuilder hyper(String hyper, double defaultValue, Range range, boolean perGroup) {
        hypers.add(new HyperDescription(hyper, defaultValue, range, perGroup));
        return this;
    }

    /** Adds an option that is a truth value. */
    public RuleDescriptionBuilder option(String option, boolean value) {
        options.add(new OptionDescription(option, Boolean.toString(value)));
        return this;
    }

    /** Adds an option that is an integer. */
    public RuleDescriptionBuilder option(String option, long value) {
        options.add(new OptionDescription(option, Long.toString(value)));
        return this;
    }

    /** Adds a state that is stored as it is computed. */
    public RuleDescriptionBuilder state(String slot, StateShape shape) {
        return state(slot, shape, Storage.NATIVE);
    }

    /**
     * Many states of one shape and of the numbers of the values, as a long history has them: what is said in a call for each would be nested too deeply for Java compilers.
     *
     * @param slots their names in checkpoints, in their order
     */
    public RuleDescriptionBuilder states(StateShape shape, String... slots) {
        for (String slot : slots) {
            state(slot, shape);
        }
        return this;
    }

    /** Adds a state; see {@link RuleDescription} for how buffers and numbers are counted. */
    public RuleDescriptionBuilder state(String slot, StateShape shape, Storage storage) {
        states.add(new StateDescription(slot, shape, storage));
        return this;
    }

    /** Adds an input that every step reads from its first sweep on. */
    public RuleDescriptionBuilder input(String input, StateShape shape) {
        inputs.add(new InputDescription(input, shape));
        return this;
    }

    /** Adds an input that is read from a sweep on, in steps in which a condition holds. */
    public RuleDescriptionBuilder input(String input, StateShape shape, int sweep, int flag) {
        inputs.add(new InputDescription(input, shape, sweep, flag));
        return this;
    }

    /** Adds an output that is a state, or that a state keeps the value of the last step for. */
    public RuleDescriptionBuilder output(String output, String slot, boolean beforeFirstStep) {
        outputs.add(new OutputDescription.Kept(output, slot, beforeFirstStep));
        return this;
    }

    /** Adds an output per element that is computed when it is read, with the numbers of the buffers that its loop reads. */
    public RuleDescriptionBuilder computedOutput(String output, int[] reads) {
        outputs.add(new OutputDescription.Computed(
                output, Arrays.stream(reads).boxed().toList()));
        return this;
    }

    /** Adds what is kept for each matrix, row or column while a step lasts; its number counts the states and inputs of such shapes first. */
    public RuleDescriptionBuilder cell(String text, StateShape shape) {
        cells.add(new CellDescription(text, shape));
        return this;
    }

    /** Begins a sweep; the loops and reductions that follow belong to it. */
    public RuleDescriptionBuilder sweep() {
        sweeps.begin();
        return this;
    }

    /**
     * Begins a sweep that passes over a tensor as soon as the sweep before it has, since it waits for nothing but what that has computed of the same tensor:
     * not for another tensor, and not for a gradient or an input.
     */
    public RuleDescriptionBuilder sweepPerTensor() {
        sweeps.beginPerTensor();
        return this;
    }

    /** Adds a reduction, of elements, that is known at the end of the latest sweep; a loop of that sweep writes its terms. */
    public RuleDescriptionBuilder reduction(String text, StateShape shape, ReductionKind kind) {
        sweeps.add(new ReductionDescription(text, StateShape.PER_ELEMENT, shape, kind, -1));
        return this;
    }

    /** Adds a reduction, of one number per tensor, that is known at the end of the latest sweep. */
    public RuleDescriptionBuilder reductionOfNumbers(String text, ReductionKind kind) {
        sweeps.add(new ReductionDescription(text, StateShape.PER_TENSOR, StateShape.PER_MODEL, kind, -1));
        return this;
    }

    /** Adds a loop to the latest sweep, with the numbers of the buffers that it reads and that it writes. */
    public RuleDescriptionBuilder loop(int[] reads, int[] writes) {
        sweeps.add(LoopDescription.of(reads, writes));
        return this;
    }

    /** Adds a reduction of what is per matrix, row or column, that is known at the end of the latest sweep. */
    public RuleDescriptionBuilder reductionOfCells(String text, StateShape over, StateShape shape, ReductionKind kind) {
        sweeps.add(new ReductionDescription(text, over, shape, kind, -1));
        return this;
    }

    /** Adds a reduction to one result for each matrix, row or column, kept in a cell, that is known at the end of the latest sweep. */
    public RuleDescriptionBuilder reductionToCells(
            String text, StateShape over, StateShape shape, ReductionKind kind, int cell) {
        sweeps.add(new ReductionDescription(text, over, shape, kind, cell));
        return this;
    }

    /** Says of the latest reduction that its terms are those of an earlier one of the sweep, by its place in the description. */
    public RuleDescriptionBuilder termsOf(int reduction) {
        sweeps.share(reduction);
        return this;
    }

    /** Adds a loop over elements to the latest sweep, with the cells that it reads. */
    public RuleDescriptionBuilder loop(int[] reads, int[] writes, int[] cellReads) {
        sweeps.add(LoopDescription.over(StateShape.PER_ELEMENT, reads, writes, cellReads, new int[] {}));
        return this;
    }

    /**
     * Adds a loop over matrices, rows or columns to the latest sweep; it comes before those over elements.
     *
     * @param terms the buffers of terms that it writes, or none
     */
    public RuleDescriptionBuilder cellLoop(StateShape over, int[] cellReads, int[] cellWrites, int[] terms) {
        sweeps.add(LoopDescription.over(over, new int[] {}, terms, cellReads, cellWrites));
        return this;
    }

    /** Says of the latest loop that it writes nothing, and is left out, in steps in which none of some conditions holds. */
    public RuleDescriptionBuilder when(int... conditions) {
        sweeps.when(conditions);
        return this;
    }

    /** Begins a sweep that is run once, before the first step. */
    public RuleDescriptionBuilder startSweep() {
        startSweeps.begin();
        return this;
    }

    /** Adds a reduction, of elements, that is known at the end of the latest start sweep. */
    public RuleDescriptionBuilder startReduction(String text, StateShape shape, ReductionKind kind) {
        startSweeps.add(new ReductionDescription(text, StateShape.PER_ELEMENT, shape, kind, -1));
        return this;
    }

    /** Adds a reduction, of one number per tensor, that is known at the end of the latest start sweep. */
    public RuleDescriptionBuilder startReductionOfNumbers(String text, ReductionKind kind) {
        startSweeps.add(new ReductionDescription(text, StateShape.PER_TENSOR, StateShape.PER_MODEL, kind, -1));
        return this;
    }

    /** Adds a reduction of what is per matrix, row or column, that is known at the end of the latest start sweep. */
    public RuleDescriptionBuilder startReductionOfCells(
            String text, StateShape over, StateShape shape, ReductionKind kind) {
        startSweeps.add(new ReductionDescription(text, over, shape, kind, -1));
        return this;
    }

    /** Adds a reduction to one result for each matrix, row or column that is known at the end of the latest start sweep. */
    public RuleDescriptionBuilder startReductionToCells(
            String text, StateShape over, StateShape shape, ReductionKind kind, int cell) {
        startSweeps.add(new ReductionDescription(text, over, shape, kind, cell));
        return this;
    }

    /** Says of the latest reduction, of a start sweep, that its terms are those of an earlier one of the sweep. */
    public RuleDescriptionBuilder startTermsOf(int reduction) {
        startSweeps.share(reduction);
        return this;
    }

    /** Adds a loop over elements to the latest start sweep, with the cells that it reads. */
    public RuleDescriptionBuilder startLoop(int[] reads, int[] writes, int[] cellReads) {
        startSweeps.add(LoopDescription.over(StateShape.PER_ELEMENT, reads, writes, cellReads, new int[] {}));
        return this;
    }

    /** Adds a loop over matrices, rows or columns to the latest start sweep. */
    public RuleDescriptionBuilder startCellLoop(StateShape over, int[] cellReads, int[] cellWrites, int[] terms) {
        startSweeps.add(LoopDescription.over(over, new int[] {}, terms, cellReads, cellWrites));
        return this;
    }

    /** Adds a loop to the latest start sweep, to fill states whose start is not 0 or to write terms. */
    public RuleDescriptionBuilder startLoop(int[] reads, int[] writes) {
        startSweeps.add(LoopDescription.of(reads, writes));
        return this;
    }

    /** Says that states take turns in every step, the newest first. */
    public RuleDescriptionBuilder ring(String... slots) {
        return ring(EvaluationDescription.ALWAYS, slots);
    }

    /** Says that states take turns in steps in which a condition holds, the newest first. */
    public RuleDescriptionBuilder ring(int flag, String... slots) {
        rings.add(new RingDescription(List.of(slots), flag));
        return this;
    }

    /** Adds a condition on a tensor's dimensions that {@link Optimizer#decide} decides. */
    public RuleDescriptionBuilder decision(String condition) {
        decisions.add(condition);
        return this;
    }

    /** Says what a tensor does not need for which the conditions turn out in a way: states by name, cells and reductions by number. */
    public RuleDescriptionBuilder unneeded(int way, String[] slots, int[] cellNumbers, int[] reductionNumbers) {
        unneeded.add(new UnneededDescription(
                way,
                List.of(slots),
                Arrays.stream(cellNumbers).boxed().toList(),
                Arrays.stream(reductionNumbers).boxed().toList()));
        return this;
    }

    /** Says whether the rule reads the values {@code w}; it does unless told. */
    public RuleDescriptionBuilder readsValues(boolean reads) {
        readsValues = reads;
        return this;
    }

    /** Adds a gradient that every step asks for, at the values as they are; one is there unless any is added. */
    public RuleDescriptionBuilder evaluation() {
        return evaluation(false, EvaluationDescription.ALWAYS);
    }

    /** Adds a gradient that every step asks for, at the point that the latest sweep has written into the values. */
    public RuleDescriptionBuilder evaluationAtPoint() {
        return evaluation(true, EvaluationDescription.ALWAYS);
    }

    /** Adds a gradient that is asked for after the latest sweep, if a condition holds. */
    public RuleDescriptionBuilder evaluation(boolean moves, int flag) {
        evaluations.add(new EvaluationDescription(sweeps.count(), moves, flag));
        return this;
    }

    /** Says that the loss of the first evaluation is read. */
    public RuleDescriptionBuilder readsLoss() {
        readsLoss = true;
        return this;
    }

    /** Says how many buffers carry values over an evaluation. */
    public RuleDescriptionBuilder carried(int count) {
        carried = count;
        return this;
    }

    /** Says which element types there are kernels for; both unless told. */
    public RuleDescriptionBuilder elementTypes(ElementType first, ElementType... more) {
        elementTypes = EnumSet.of(first, more);
        return this;
    }

    /** Says how many numbers the prologues hand to the loops: the largest index of {@link Step#scalar}, plus 1. */
    public RuleDescriptionBuilder scalars(int count) {
        scalars = count;
        return this;
    }

    /** Says how many conditions the prologues hand to the loops: the largest index of {@link Step#flag}, plus 1. */
    public RuleDescriptionBuilder flags(int count) {
        flags = count;
        return this;
    }

    /** Says how many numbers the prologues of tensors hand over. */
    public RuleDescriptionBuilder tensorScalars(int count) {
        tensorScalars = count;
        return this;
    }

    /** Says how many conditions the prologues of tensors hand over. */
    public RuleDescriptionBuilder tensorFlags(int count) {
        tensorFlags = count;
        return this;
    }

    /** Says where the rule was read from. */
    public RuleDescriptionBuilder source(String file) {
        source = file;
        return this;
    }

    /** Says which compiler wrote the class. */
    public RuleDescriptionBuilder compilerVersion(String version) {
        compilerVersion = version;
        return this;
    }

    /** Says which {@link Numeric#VERSION} the class was written for; this runtime's unless told. */
    public RuleDescriptionBuilder numericVersion(int version) {
        numericVersion = version;
        return this;
    }

    /** Says what the equations are, one a line. */
    public RuleDescriptionBuilder equations(String text) {
        equations = text;
        return this;
    }

    /**
     * The finished description.
     *
     * @throws IllegalArgumentException if two things of one kind have one name, or a default is out of its range
     */
    public RuleDescription build() {
        return new RuleDescription(this);
    }
}

package org.descant.runtime;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a generated class says of itself, so that tools and adapters can accept or refuse a rule without running it.
 *
 * <p>Buffers are the arrays that kernels see, numbered in this order: 0 the values {@code w}, then one for each gradient
 * evaluation, then the inputs per element, then the states per element, each in the order of this description; then one for the values
 * before the step if an evaluation moves them, and those that are carried from one sweep or loop to a later one; and last, one for the terms of each
 * reduction, which are scratch. Cells are the arrays that have one entry for each matrix, row or column of a
 * tensor, numbered apart: first the states of these shapes, then the inputs, then {@link #cells}. Numbers are the states per step and per model, in the order of this
 * description; {@link Step#previous} takes their index, and {@link TensorStep#previous} that of a state among those per tensor.
 */
public final class RuleDescription extends RuleFacts {
    private final List<InputDescription> elementInputs;
    private final List<InputDescription> numberInputs;
    private final List<InputDescription> tensorInputs;
    private final List<InputDescription> cellInputs;
    private final List<StateDescription> elementStates;
    private final List<StateDescription> numberStates;
    private final List<StateDescription> tensorStates;
    private final List<StateDescription> cellStates;
    private final List<CellDescription> allCells;
    private final boolean movesValues;
    private final Names hyperNames;
    private final Names stateNames;
    private final Names inputNames;
    private final Names outputNames;

    RuleDescription(RuleDescriptionBuilder builder) {
        super(builder);
        elementInputs = inputsOf(shape -> shape == StateShape.PER_ELEMENT);
        numberInputs = inputsOf(shape -> shape == StateShape.PER_MODEL);
        tensorInputs = inputsOf(shape -> shape == StateShape.PER_TENSOR);
        cellInputs = inputsOf(StateShape::isOfCells);
        elementStates = statesOf(shape -> shape == StateShape.PER_ELEMENT);
        numberStates = statesOf(StateShape::isNumber);
        tensorStates = statesOf(shape -> shape == StateShape.PER_TENSOR);
        cellStates = statesOf(StateShape::isOfCells);
        allCells = Stream.of(
                        cellStates.stream().map(state -> new CellDescription(state.name(), state.shape())),
                        cellInputs.stream().map(input -> new CellDescription(input.name(), input.shape())),
                        cells().stream())
                .flatMap(each -> each)
                .toList();
        movesValues = evaluations().stream().anyMatch(EvaluationDescription::moves);
        hyperNames = new Names(name(), "hyperparameter", hypers().stream().map(HyperDescription::name));
        stateNames = new Names(name(), "state", states().stream().map(StateDescription::name));
        inputNames = new Names(name(), "input", inputs().stream().map(InputDescription::name));
        outputNames = new Names(name(), "output", outputs().stream().map(OutputDescription::name));
        check();
    }

    private List<InputDescription> inputsOf(Predicate<StateShape> isMeant) {
        return inputs().stream().filter(input -> isMeant.test(input.shape())).toList();
    }

    private List<StateDescription> statesOf(Predicate<StateShape> isMeant) {
        return states().stream().filter(state -> isMeant.test(state.shape())).toList();
    }

    private void check() {
        for (EvaluationDescription evaluation : evaluations()) {
            evaluation.check(name(), sweeps().size());
        }
        if (sweeps().stream().allMatch(sweep -> sweep.loops().isEmpty())) {
            throw new IllegalArgumentException(name() + " describes no loop");
        }
        SweepDescription.check(name(), sweeps(), reductions());
        Stream.concat(sweeps().stream(), startSweeps().stream())
                .flatMap(sweep -> sweep.loops().stream())
                .forEach(loop -> {
                    loop.checkBuffers(name(), buffers() + reductions().size());
                    loop.checkCells(name(), allCells);
                });
        RingDescription.check(name(), rings(), states(), unneeded());
    }

    /** A description to be filled in; what is not said is empty, one gradient evaluation and both element types. */
    public static RuleDescriptionBuilder builder(String name) {
        return new RuleDescriptionBuilder(name);
    }

    /** How many buffers there are beside those of terms. */
    public int buffers() {
        return firstCarriedBuffer() + carried();
    }

    /** The number of the first buffer that holds an input. */
    public int firstInputBuffer() {
        return 1 + evaluations().size();
    }

    /** The number of the first buffer that holds state. */
    public int firstStateBuffer() {
        return firstInputBuffer() + elementInputs().size();
    }

    /** The number of the buffer for the values before the step, which is there if {@link #movesValues}. */
    public int keptBuffer() {
        return firstStateBuffer() + elementStates().size();
    }

    /** The number of the first buffer that carries something from one sweep or loop to a later one. */
    int firstCarriedBuffer() {
        return keptBuffer() + (movesValues() ? 1 : 0);
    }

    /** Whether the values hold a point of the rule's choosing in the course of a step. */
    public boolean movesValues() {
        return movesValues;
    }

    /** Whether the only gradient is that which is in place when a step begins. */
    public boolean takesGradientInPlace() {
        return evaluations().size() == 1 && evaluations().get(0).isAtValues();
    }

    /** The inputs per element, in the order of their buffers. */
    public List<InputDescription> elementInputs() {
        return elementInputs;
    }

    /** The inputs that are one number for the model, in the order that {@link Step#input} counts them. */
    public List<InputDescription> numberInputs() {
        return numberInputs;
    }

    /** The inputs that are one number for each tensor, in the order that {@link TensorStep#input} counts them. */
    public List<InputDescription> tensorInputs() {
        return tensorInputs;
    }

    /** The inputs per matrix, row or column, in the order of their cells. */
    public List<InputDescription> cellInputs() {
        return cellInputs;
    }

    /** The number of the buffer that a computed output is written to: the one behind all others. */
    public int outputBuffer() {
        return buffers();
    }

    /** The number of the buffer for the terms of a reduction; those behind {@link #buffers} are of terms. */
    public int termBuffer(int reduction) {
        int sharer = reductions().get(reduction).sharer();
        return buffers() + (sharer < 0 ? reduction : sharer);
    }

    /** The states per tensor, in the order that {@link TensorStep#previous} counts them. */
    public List<StateDescription> tensorStates() {
        return tensorStates;
    }

    /** The states per matrix, row or column, in the order of their cells. */
    public List<StateDescription> cellStates() {
        return cellStates;
    }

    /** All cells in the order of their numbers: those of states, those of inputs, and those that live for a step. */
    List<CellDescription> allCells() {
        return allCells;
    }

    /** The states per element, in the order of their buffers. */
    public List<StateDescription> elementStates() {
        return elementStates;
    }

    /** The states that are single numbers, in the order that {@link Step#previous} counts them. */
    public List<StateDescription> numberStates() {
        return numberStates;
    }

    /**
     * The index of a hyperparameter.
     *
     * @throws IllegalArgumentException if the rule has none of that name
     */
    public int hyperIndex(String hyper) {
        return hyperNames.place(hyper);
    }

    /**
     * The state of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public StateDescription state(String slot) {
        return states().get(stateNames.place(slot));
    }

    /**
     * The input of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public InputDescription input(String input) {
        return inputs().get(inputNames.place(input));
    }

    /**
     * The output of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public OutputDescription output(String output) {
        return outputs().get(outputNames.place(output));
    }
}

package org.descant.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a generated class says of itself, so that tools and adapters can accept or refuse a rule without running it.
 *
 * <p>Buffers are the arrays that kernels see, numbered in this order: 0 the values {@code w}, then one for each gradient
 * evaluation, then the inputs per element, then the states per element, each in the order of this description; then one for the values
 * before the step if an evaluation moves them, and those that are carried from one sweep or loop to a later one; and last, one for the terms of each
 * reduction, which are scratch. Cells are the arrays that have one entry for each matrix, row or column of a
 * tensor, numbered apart: first the states of these shapes, then the inputs, then {@code cells}. Numbers are the states per step and per model, in the order of this
 * description; {@link Step#previous} takes their index, and {@link TensorStep#previous} that of a state among those per tensor.
 *
 * @param name the rule's name: {@code AdamW}
 * @param hypers its hyperparameters; their order gives the indices that {@link Step#hyper} takes
 * @param options the choices made when it was compiled
 * @param states what it remembers
 * @param inputs what it asks its caller for beside gradients
 * @param outputs what can be read after a step
 * @param cells what it keeps for each matrix, row or column while a step lasts
 * @param reductions what it computes from many elements at once
 * @param readsValues whether it reads {@code w}, and not only writes it
 * @param evaluations the gradients that it asks for in a step, in this order; at least one
 * @param readsLoss whether it reads the loss of the first evaluation
 * @param carried how many buffers it has for what one sweep or loop computes and a later one reads
 * @param elementTypes the element types that it has kernels for
 * @param sweeps what a step consists of; a sweep runs all its loops on a block before it goes to the next block
 * @param startSweeps what gives states their start, before the first step; their loops are numbered through
 * @param rings states that take turns in the same arrays, so that what a step only makes older is not copied
 * @param decisions conditions on a tensor's dimensions that decide once what it needs
 * @param unneeded what some tensors do not need
 * @param scalars how many numbers the prologues hand to the loops
 * @param flags how many conditions the prologues hand to the loops
 * @param tensorScalars how many numbers the prologues of tensors hand to the loops
 * @param tensorFlags how many conditions the prologues of tensors hand to the loops
 * @param source where the rule was read from, without its folder: {@code adamw.opt}
 * @param compilerVersion the version of the compiler that wrote the class
 * @param numericVersion the {@link Numeric#VERSION} that it was written for
 * @param equations the rule as the compiler understood it, one equation a line
 */
public record RuleDescription(
        String name,
        List<HyperDescription> hypers,
        List<OptionDescription> options,
        List<StateDescription> states,
        List<InputDescription> inputs,
        List<OutputDescription> outputs,
        List<CellDescription> cells,
        List<ReductionDescription> reductions,
        boolean readsValues,
        List<EvaluationDescription> evaluations,
        boolean readsLoss,
        int carried,
        Set<ElementType> elementTypes,
        List<SweepDescription> sweeps,
        List<SweepDescription> startSweeps,
        List<RingDescription> rings,
        List<String> decisions,
        List<UnneededDescription> unneeded,
        int scalars,
        int flags,
        int tensorScalars,
        int tensorFlags,
        String source,
        String compilerVersion,
        int numericVersion,
        String equations) {

    public RuleDescription {
        hypers = List.copyOf(hypers);
        options = List.copyOf(options);
        states = List.copyOf(states);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        cells = List.copyOf(cells);
        reductions = List.copyOf(reductions);
        elementTypes = Set.copyOf(elementTypes);
        sweeps = List.copyOf(sweeps);
        startSweeps = List.copyOf(startSweeps);
        rings = List.copyOf(rings);
        decisions = List.copyOf(decisions);
        unneeded = List.copyOf(unneeded);
        evaluations = List.copyOf(evaluations);
        if (evaluations.isEmpty()) {
            throw new IllegalArgumentException(name + " asks for 0 gradients: at least 1");
        }
        for (EvaluationDescription evaluation : evaluations) {
            evaluation.check(name, sweeps.size());
        }
        if (sweeps.stream().allMatch(sweep -> sweep.loops().isEmpty())) {
            throw new IllegalArgumentException(name + " describes no loop");
        }
        long perElement = Stream.concat(
                        inputs.stream().map(InputDescription::shape),
                        states.stream().map(StateDescription::shape))
                .filter(shape -> shape == StateShape.PER_ELEMENT)
                .count();
        int kept = evaluations.stream().anyMatch(EvaluationDescription::moves) ? 1 : 0;
        long buffers = 1 + evaluations.size() + perElement + carried + kept + reductions.size();
        Stream.concat(sweeps.stream(), startSweeps.stream())
                .flatMap(sweep -> sweep.loops().stream())
                .forEach(loop -> loop.checkBuffers(name, buffers));
        List<CellDescription> all = allCells(states, inputs, cells);
        Stream.concat(sweeps.stream(), startSweeps.stream())
                .flatMap(sweep -> sweep.loops().stream())
                .forEach(loop -> loop.checkCells(name, all));
        RingDescription.check(name, rings, states, unneeded);
        checkDistinct(
                name,
                "hyperparameter",
                hypers.stream().map(HyperDescription::name).toList());
        checkDistinct(name, "state", states.stream().map(StateDescription::name).toList());
        checkDistinct(name, "input", inputs.stream().map(InputDescription::name).toList());
        checkDistinct(
                name, "output", outputs.stream().map(OutputDescription::name).toList());
    }

    /** A description to be filled in; what is not said is empty, one gradient evaluation and both element types. */
    public static RuleDescriptionBuilder builder(String name) {
        return new RuleDescriptionBuilder(name);
    }

    /** How many buffers there are beside those of terms. */
    public int buffers() {
        return firstCarriedBuffer() + carried;
    }

    /** The number of the first buffer that holds an input. */
    public int firstInputBuffer() {
        return 1 + evaluations.size();
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
        return evaluations.stream().anyMatch(EvaluationDescription::moves);
    }

    /** Whether the only gradient is that which is in place when a step begins. */
    public boolean takesGradientInPlace() {
        return evaluations.size() == 1 && evaluations.get(0).isAtValues();
    }

    /** The inputs per element, in the order of their buffers. */
    public List<InputDescription> elementInputs() {
        return inputs.stream()
                .filter(input -> input.shape() == StateShape.PER_ELEMENT)
                .toList();
    }

    /** The inputs that are one number for the model, in the order that {@link Step#input} counts them. */
    public List<InputDescription> numberInputs() {
        return inputs.stream()
                .filter(input -> input.shape() == StateShape.PER_MODEL)
                .toList();
    }

    /** The inputs that are one number for each tensor, in the order that {@link TensorStep#input} counts them. */
    public List<InputDescription> tensorInputs() {
        return inputs.stream()
                .filter(input -> input.shape() == StateShape.PER_TENSOR)
                .toList();
    }

    /** The inputs per matrix, row or column, in the order of their cells. */
    public List<InputDescription> cellInputs() {
        return inputs.stream().filter(input -> input.shape().isOfCells()).toList();
    }

    /** The number of the buffer that a computed output is written to: the one behind all others. */
    public int outputBuffer() {
        return buffers();
    }

    /** The number of the buffer for the terms of a reduction; those behind {@link #buffers} are of terms. */
    public int termBuffer(int reduction) {
        return buffers() + reduction;
    }

    /** The states per tensor, in the order that {@link TensorStep#previous} counts them. */
    public List<StateDescription> tensorStates() {
        return states.stream().filter(s -> s.shape() == StateShape.PER_TENSOR).toList();
    }

    /** The states per matrix, row or column, in the order of their cells. */
    public List<StateDescription> cellStates() {
        return states.stream().filter(s -> s.shape().isOfCells()).toList();
    }

    /** All cells in the order of their numbers: those of states, those of inputs, and those that live for a step. */
    List<CellDescription> allCells() {
        return allCells(states, inputs, cells);
    }

    private static List<CellDescription> allCells(
            List<StateDescription> states, List<InputDescription> inputs, List<CellDescription> cells) {
        Stream<CellDescription> kept = states.stream()
                .filter(state -> state.shape().isOfCells())
                .map(state -> new CellDescription(state.name(), state.shape()));
        Stream<CellDescription> given = inputs.stream()
                .filter(input -> input.shape().isOfCells())
                .map(input -> new CellDescription(input.name(), input.shape()));
        return Stream.of(kept, given, cells.stream()).flatMap(each -> each).toList();
    }

    /** The states per element, in the order of their buffers. */
    public List<StateDescription> elementStates() {
        return states.stream().filter(s -> s.shape() == StateShape.PER_ELEMENT).toList();
    }

    /** The states that are single numbers, in the order that {@link Step#previous} counts them. */
    public List<StateDescription> numberStates() {
        return states.stream().filter(s -> s.shape().isNumber()).toList();
    }

    /**
     * The index of a hyperparameter.
     *
     * @throws IllegalArgumentException if the rule has none of that name
     */
    public int hyperIndex(String hyper) {
        return index(
                "hyperparameter",
                hyper,
                hypers.stream().map(HyperDescription::name).toList());
    }

    /**
     * The state of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public StateDescription state(String slot) {
        return states.get(
                index("state", slot, states.stream().map(StateDescription::name).toList()));
    }

    /**
     * The input of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public InputDescription input(String input) {
        return inputs.get(index(
                "input", input, inputs.stream().map(InputDescription::name).toList()));
    }

    /**
     * The output of that name.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public OutputDescription output(String output) {
        return outputs.get(index(
                "output", output, outputs.stream().map(OutputDescription::name).toList()));
    }

    private int index(String kind, String wanted, List<String> names) {
        int index = names.indexOf(wanted);
        if (index < 0) {
            throw new IllegalArgumentException(name + " has no " + kind + " '" + wanted + "'; it has "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return index;
    }

    private static void checkDistinct(String rule, String kind, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String each : names) {
            if (!seen.add(each)) {
                throw new IllegalArgumentException(rule + " has two of the " + kind + " '" + each + "'");
            }
        }
    }
}

package org.descant.runtime;

import java.util.List;
import java.util.Set;

/** What a {@link RuleDescription} was told, by the compiler through its builder. */
abstract class RuleFacts {
    private final String name;
    private final List<HyperDescription> hypers;
    private final List<OptionDescription> options;
    private final List<StateDescription> states;
    private final List<InputDescription> inputs;
    private final List<OutputDescription> outputs;
    private final List<CellDescription> cells;
    private final List<ReductionDescription> reductions;
    private final boolean readsValues;
    private final List<EvaluationDescription> evaluations;
    private final boolean readsLoss;
    private final int carried;
    private final Set<ElementType> elementTypes;
    private final List<SweepDescription> sweeps;
    private final List<SweepDescription> startSweeps;
    private final List<RingDescription> rings;
    private final List<String> decisions;
    private final List<UnneededDescription> unneeded;
    private final int scalars;
    private final int flags;
    private final int tensorScalars;
    private final int tensorFlags;
    private final String source;
    private final String compilerVersion;
    private final int numericVersion;
    private final String equations;

    RuleFacts(RuleDescriptionBuilder builder) {
        name = builder.name;
        hypers = List.copyOf(builder.hypers);
        options = List.copyOf(builder.options);
        states = List.copyOf(builder.states);
        inputs = List.copyOf(builder.inputs);
        outputs = List.copyOf(builder.outputs);
        cells = List.copyOf(builder.cells);
        reductions = List.copyOf(builder.reductions);
        readsValues = builder.readsValues;
        evaluations = builder.evaluations.isEmpty()
                ? List.of(EvaluationDescription.AT_VALUES)
                : List.copyOf(builder.evaluations);
        readsLoss = builder.readsLoss;
        carried = builder.carried;
        elementTypes = Set.copyOf(builder.elementTypes);
        sweeps = builder.sweeps.build();
        startSweeps = builder.startSweeps.build();
        rings = List.copyOf(builder.rings);
        decisions = List.copyOf(builder.decisions);
        unneeded = List.copyOf(builder.unneeded);
        scalars = builder.scalars;
        flags = builder.flags;
        tensorScalars = builder.tensorScalars;
        tensorFlags = builder.tensorFlags;
        source = builder.source;
        compilerVersion = builder.compilerVersion;
        numericVersion = builder.numericVersion;
        equations = builder.equations;
    }

    /** The rule's name: {@code AdamW}. */
    public String name() {
        return name;
    }

    /** Its hyperparameters; their order gives the indices that {@link Step#hyper} takes. */
    public List<HyperDescription> hypers() {
        return hypers;
    }

    /** The choices made when it was compiled. */
    public List<OptionDescription> options() {
        return options;
    }

    /** What it remembers. */
    public List<StateDescription> states() {
        return states;
    }

    /** What it asks its caller for beside gradients. */
    public List<InputDescription> inputs() {
        return inputs;
    }

    /** What can be read after a step. */
    public List<OutputDescription> outputs() {
        return outputs;
    }

    /** What it keeps for each matrix, row or column while a step lasts. */
    public List<CellDescription> cells() {
        return cells;
    }

    /** What it computes from many elements at once. */
    public List<ReductionDescription> reductions() {
        return reductions;
    }

    /** Whether it reads {@code w}, and not only writes it. */
    public boolean readsValues() {
        return readsValues;
    }

    /** The gradients that it asks for in a step, in this order; at least one, that at the values if the rule itself takes none. */
    public List<EvaluationDescription> evaluations() {
        return evaluations;
    }

    /** Whether it reads the loss of the first evaluation. */
    public boolean readsLoss() {
        return readsLoss;
    }

    /** How many buffers it has for what one sweep or loop computes and a later one reads. */
    public int carried() {
        return carried;
    }

    /** The element types that it has kernels for. */
    public Set<ElementType> elementTypes() {
        return elementTypes;
    }

    /** What a step consists of; a sweep runs all its loops on a block before it goes to the next block. */
    public List<SweepDescription> sweeps() {
        return sweeps;
    }

    /** What gives states their start, before the first step; their loops are numbered through. */
    public List<SweepDescription> startSweeps() {
        return startSweeps;
    }

    /** States that take turns in the same arrays, so that what a step only makes older is not copied. */
    public List<RingDescription> rings() {
        return rings;
    }

    /** Conditions on a tensor's dimensions that decide once what it needs. */
    public List<String> decisions() {
        return decisions;
    }

    /** What some tensors do not need. */
    public List<UnneededDescription> unneeded() {
        return unneeded;
    }

    /** How many numbers the prologues hand to the loops. */
    public int scalars() {
        return scalars;
    }

    /** How many conditions the prologues hand to the loops. */
    public int flags() {
        return flags;
    }

    /** How many numbers the prologues of tensors hand to the loops. */
    public int tensorScalars() {
        return tensorScalars;
    }

    /** How many conditions the prologues of tensors hand to the loops. */
    public int tensorFlags() {
        return tensorFlags;
    }

    /** Where the rule was read from, without its folder: {@code adamw.opt}. */
    public String source() {
        return source;
    }

    /** The version of the compiler that wrote the class. */
    public String compilerVersion() {
        return compilerVersion;
    }

    /** The {@link Numeric#VERSION} that it was written for. */
    public int numericVersion() {
        return numericVersion;
    }

    /** The rule as the compiler understood it, one equation a line. */
    public String equations() {
        return equations;
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a tensor has of its own in a step: its place in memory, its states per tensor, and the steps that prologues see. */
final class TensorWork {
    private final Tensor tensor;
    private Run[][] runs;
    private final Needs needs;
    private final Cells cells;
    private final double[] numbers;
    private final double[] none;
    private final double[] inputs;
    private final TensorStep step;
    private final TensorStep start;

    /**
     * @param results what the step's reductions of all tensors go to
     * @param startResults what those before the first step go to
     * @param place the tensor's place among all
     */
    private TensorWork(
            Tensor tensor,
            RuleDescription rule,
            ElementStates states,
            double[] results,
            double[] startResults,
            int place) {
        this.tensor = tensor;
        runs = new Run[][] {Run.of(List.of(tensor), rule, states).toArray(Run[]::new)};
        needs = states.needs(tensor);
        cells = new Cells(rule.allCells(), tensor, states.elementType(), needs, states.rings());
        numbers = new double[rule.tensorStates().size()];
        none = new double[numbers.length];
        inputs = new double[rule.tensorInputs().size()];
        step = new TensorStep(rule, tensor, inputs, results, place);
        start = new TensorStep(rule, tensor, inputs, startResults, place);
    }

    /** The tensors in the order of the model; none if a rule has nothing per tensor or of its matrices, rows and columns, and reduces nothing. */
    static TensorWork[] of(RuleDescription rule, Parameters parameters, ElementStates states) {
        boolean isNeeded = !rule.reductions().isEmpty()
                || !rule.tensorStates().isEmpty()
                || !rule.tensorInputs().isEmpty()
                || !rule.allCells().isEmpty()
                || !rule.unneeded().isEmpty()
                || rule.tensorScalars() + rule.tensorFlags() > 0;
        List<Tensor> tensors = isNeeded ? parameters.tensors() : List.of();
        double[] results = new double[tensors.size() * rule.reductions().size()];
        double[] startResults = new double[results.length];
        return IntStream.range(0, tensors.size())
                .mapToObj(place -> new TensorWork(tensors.get(place), rule, states, results, startResults, place))
                .toArray(TensorWork[]::new);
    }

    Tensor tensor() {
        return tensor;
    }

    /**
     * Its elements, for a hand: one run, or none if it has no elements.
     *
     * @param hand its number; only the first is sure to have arrays that all tensors share
     */
    Run[] runs(int hand) {
        return hand < runs.length ? runs[hand] : runs[0];
    }

    /** Gives a hand arrays of its own, in place of those that serve all tensors. */
    void lend(int hand, Object[] own) {
        runs = Arrays.copyOf(runs, hand + 1);
        runs[hand] = Arrays.stream(runs[0]).map(run -> run.lent(own)).toArray(Run[]::new);
    }

    /** Takes back what was lent. */
    void forgetHands() {
        runs = Arrays.copyOf(runs, 1);
    }

    /** What it has a use for. */
    Needs needs() {
        return needs;
    }

    /** What it has one of for each matrix, row or column. */
    Cells cells() {
        return cells;
    }

    /** Takes the value of an input per tensor, by its place among these. */
    void input(int place, double value) {
        inputs[place] = value;
    }

    /** The step for start prologues: every state is 0. */
    void beginStart() {
        start.begin(none);
    }

    /** The step for prologues, from the starts or from what the step before left. */
    void beginStep(boolean started) {
        step.begin(started ? numbers : start.next());
    }

    TensorStep step() {
        return step;
    }

    TensorStep start() {
        return start;
    }

    /** Makes what prologues computed the state. */
    void commit(TensorStep done) {
        System.arraycopy(done.next(), 0, numbers, 0, numbers.length);
    }

    double number(int state) {
        return numbers[state];
    }

    void number(int state, double value) {
        numbers[state] = value;
    }
}

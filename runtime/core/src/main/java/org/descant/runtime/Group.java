package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The hyperparameters of one group of tensors, apart from those of the other groups. */
public final class Group {
    /** What stands where no schedule is set. */
    private static final Schedule UNSCHEDULED = completed -> Double.NaN;

    private final String name;
    private final RuleDescription rule;
    private final Clock clock;
    private final InputValues inputs;
    private final double[] values;
    private final Schedule[] schedules;
    private final double[] current;
    private final double[] numbers;
    private final Step step;
    private final Step start;
    private Run[][] runs;
    private final TensorWork[] tensors;

    private Group(
            String name,
            RuleDescription rule,
            Clock clock,
            InputValues inputs,
            List<Run> runs,
            List<TensorWork> tensors) {
        this.name = name;
        this.rule = rule;
        this.clock = clock;
        this.inputs = inputs;
        this.runs = new Run[][] {runs.toArray(Run[]::new)};
        this.tensors = tensors.toArray(TensorWork[]::new);
        values = rule.hypers().stream()
                .mapToDouble(HyperDescription::defaultValue)
                .toArray();
        schedules = new Schedule[values.length];
        Arrays.fill(schedules, UNSCHEDULED);
        current = values.clone();
        numbers = new double[rule.numberStates().size()];
        step = new Step(rule, name, current, inputs);
        start = new Step(rule, name, current, inputs);
    }

    /**
     * The groups in the order of the parameters.
     *
     * @param tensors in the order of the model; none if the rule has nothing per tensor
     */
    static Group[] of(
            RuleDescription rule,
            Parameters parameters,
            Clock clock,
            InputValues inputs,
            TensorWork[] tensors,
            ElementStates elements) {
        Group[] groups = new Group[parameters.groups().size()];
        for (int i = 0; i < groups.length; i++) {
            List<Tensor> members = parameters.members(i);
            List<TensorWork> works = tensors.length == 0
                    ? List.of()
                    : members.stream()
                            .map(tensor -> tensors[parameters.place(tensor.name())])
                            .toList();
            List<Run> runs = Run.of(members, rule, elements);
            groups[i] = new Group(parameters.groups().get(i), rule, clock, inputs, runs, works);
        }
        return groups;
    }

    /** The group's name, as the parameters gave it. */
    public String name() {
        return name;
    }

    /**
     * Sets a hyperparameter of this group; a schedule that it had is dropped.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name, it must be one for all groups, or the value is NaN
     *     or out of its range
     */
    public void set(String hyper, double value) {
        int index = ownIndex(hyper);
        checkValue(rule, index, value);
        assign(index, value);
    }

    /**
     * Gives a hyperparameter of this group a schedule, in place of its value.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name, or it must be one for all groups
     * @throws NullPointerException if the schedule is null
     */
    public void schedule(String hyper, Schedule schedule) {
        assign(ownIndex(hyper), schedule);
    }

    /**
     * The value that the next step takes.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name
     */
    public double get(String hyper) {
        return get(rule.hyperIndex(hyper));
    }

    double get(int hyper) {
        return isScheduled(hyper) ? schedules[hyper].value(clock.completed()) : values[hyper];
    }

    void assign(int hyper, double value) {
        values[hyper] = value;
        schedules[hyper] = UNSCHEDULED;
    }

    void assign(int hyper, Schedule schedule) {
        Objects.requireNonNull(
                schedule,
                () -> rule.name() + ": the schedule of "
                        + rule.hypers().get(hyper).name() + " is null: set a value to have none");
        schedules[hyper] = schedule;
    }

    static void checkValue(RuleDescription rule, int hyper, double value) {
        HyperDescription description = rule.hypers().get(hyper);
        if (!description.range().contains(value)) {
            throw new IllegalArgumentException(rule.name() + ": " + description.name() + " = " + value + " is "
                    + description.range().exclusion());
        }
    }

    private int ownIndex(String hyper) {
        int index = rule.hyperIndex(hyper);
        if (!rule.hypers().get(index).perGroup()) {
            throw new IllegalArgumentException(
                    rule.name() + ": " + hyper + " must be one for all groups, because a value of"
                            + " the whole model or a condition depends on it: set it on the optimizer");
        }
        return index;
    }

    private boolean isScheduled(int hyper) {
        return schedules[hyper] != UNSCHEDULED;
    }

    /** Takes the hyperparameters of the next step, and checks what schedules give. */
    void takeHypers() {
        for (int i = 0; i < current.length; i++) {
            current[i] = values[i];
            if (isScheduled(i)) {
                current[i] = schedules[i].value(clock.completed());
                step.begin(clock.completed() + 1, numbers);
                step.check(
                        rule.hypers().get(i).name(),
                        current[i],
                        rule.hypers().get(i).range());
            }
        }
    }

    /** The step for start prologues: every state is 0. */
    void beginStart() {
        start.begin(clock.completed() + 1, new double[numbers.length]);
    }

    /** The step for prologues, from the starts or from what the step before left. */
    void beginStep() {
        step.begin(clock.completed() + 1, clock.started() ? numbers : start.next());
    }

    /** The step for an output's prologue: the states as the last step left them, and no hyperparameters. */
    Step beginReading() {
        double[] none = new double[values.length];
        Arrays.fill(none, Double.NaN);
        Step reading = new Step(rule, name, none, inputs);
        reading.begin(clock.completed(), numbers);
        return reading;
    }

    Step step() {
        return step;
    }

    Step start() {
        return start;
    }

    /** Makes what a prologue computed the state. */
    void commit(Step done) {
        System.arraycopy(done.next(), 0, numbers, 0, numbers.length);
    }

    double number(int index) {
        return numbers[index];
    }

    void number(int index, double value) {
        numbers[index] = value;
    }

    /** The memory of its tensors, for a hand. */
    Run[] runs(int hand) {
        return hand < runs.length ? runs[hand] : runs[0];
    }

    /** Gives a hand, for one of the runs, arrays of its own in place of those that serve all tensors. */
    void lend(int hand, int run, Object[] own) {
        while (runs.length <= hand) {
            runs = Arrays.copyOf(runs, runs.length + 1);
            runs[runs.length - 1] = runs[0].clone();
        }
        runs[hand][run] = runs[0][run].lent(own);
    }

    /** Takes back what was lent. */
    void forgetHands() {
        runs = Arrays.copyOf(runs, 1);
        for (TensorWork tensor : tensors) {
            tensor.forgetHands();
        }
    }

    /** What its tensors have of their own. */
    TensorWork[] tensors() {
        return tensors;
    }
}

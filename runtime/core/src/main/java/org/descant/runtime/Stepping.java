package org.descant.runtime;

/** The making of a step: at once, through an evaluation of the caller's, or in two halves with the caller's gradient between them. */
final class Stepping {
    private enum Stage {
        /** Between two steps. */
        RESTING,
        /** Between {@code prepare} and {@code step}. */
        PREPARED,
        /** In a step. */
        BUSY
    }

    private static final boolean[] NO_FLAGS = {};

    private final RuleDescription rule;
    private final Clock clock;
    private final Group[] groups;
    private final TensorWork[] stateful;
    private final Rings rings;
    private final Driver driver;
    private final Excursion excursion;
    private final Progress progress;
    private Stage stage = Stage.RESTING;
    private boolean wanted;
    private int begun;

    Stepping(
            RuleDescription rule,
            Parameters parameters,
            Clock clock,
            Group[] groups,
            TensorWork[] tensors,
            InputValues inputs,
            ElementStates states) {
        this.rule = rule;
        this.clock = clock;
        this.groups = groups;
        stateful = rule.tensorStates().isEmpty() ? new TensorWork[] {} : tensors;
        this.rings = states.rings();
        excursion = new Excursion(rule, groups);
        driver = new Driver(rule, parameters, groups, tensors, states, excursion);
        progress = new Progress(rule, driver, groups, inputs, excursion);
    }

    /** Takes threads to share steps with. */
    void workers(Optimizer optimizer, Workers workers) {
        checkResting("no workers can be taken");
        driver.workers(optimizer, workers);
    }

    /** Gives every state its start. */
    void start(Optimizer optimizer) {
        driver.start(optimizer);
    }

    /**
     * Fails between the halves of a step.
     *
     * @param what what cannot be done there: {@code "no snapshot can be taken"}
     */
    void checkResting(String what) {
        switch (stage) {
            case RESTING -> {}
            case PREPARED -> throw refused(what + " between prepare() and step(): call step() or cancel() first");
            case BUSY -> throw refused(what + " in the middle of a step");
        }
    }

    /** A step from the gradient that is in place. */
    void step(Optimizer optimizer) {
        if (rule.readsLoss()) {
            throw refused("it reads the loss: call step(loss) or step(evaluation)");
        }
        step(optimizer, Double.NaN);
    }

    /** A step from the gradient and the loss that the caller has computed. */
    void step(Optimizer optimizer, double loss) {
        if (stage != Stage.PREPARED) {
            checkResting("no step can begin");
            if (rule.evaluations().size() > 1) {
                throw refused(
                        "it asks for " + rule.evaluations().size() + " gradients in a step: call step(evaluation)");
            }
            if (!rule.takesGradientInPlace()) {
                throw refused("it chooses the point of its gradient: call prepare(), compute the gradient there, then"
                        + " step(); or step(evaluation)");
            }
            prepare(optimizer);
        }
        takeLoss(loss);
        stage = Stage.BUSY;
        advance(optimizer, false);
        commit();
    }

    /** A step that asks for its gradients. */
    void step(Optimizer optimizer, Evaluation evaluation) {
        checkResting("no other step can begin");
        begin(optimizer);
        int asked = advance(optimizer, false);
        while (asked != Progress.END) {
            evaluate(evaluation, asked);
            asked = advance(optimizer, false);
        }
        commit();
    }

    /** The first half of a step with one gradient; whether that will be read. */
    boolean prepare(Optimizer optimizer) {
        if (stage == Stage.PREPARED) {
            return wanted;
        }
        checkResting("no step can begin");
        if (rule.evaluations().size() > 1) {
            throw refused("it asks for " + rule.evaluations().size()
                    + " gradients in a step, so none can be prepared for: call step(evaluation)");
        }
        begin(optimizer);
        wanted = advance(optimizer, true) != Progress.REST;
        stage = Stage.PREPARED;
        return wanted;
    }

    /** Gives up what was prepared. */
    void cancel() {
        if (stage == Stage.PREPARED) {
            giveUp();
        }
    }

    private void begin(Optimizer optimizer) {
        for (Group group : groups) {
            group.takeHypers();
        }
        if (!clock.started()) {
            driver.start(optimizer);
        }
        if (begun <= Vectors.LAST_ASKED) {
            optimizer.vectors().ask(optimizer, begun, flags(), tensorFlags());
            begun++;
        }
        driver.begin(clock.started());
        progress.begin();
        stage = Stage.BUSY;
    }

    /** The conditions of the step before, of some group. */
    private boolean[] flags() {
        return groups[0].step().flags();
    }

    private boolean[] tensorFlags() {
        TensorWork[] tensors = groups[0].tensors();
        return tensors.length == 0 ? NO_FLAGS : tensors[0].step().flags();
    }

    private int advance(Optimizer optimizer, boolean pauses) {
        boolean done = false;
        try {
            int asked = progress.advance(optimizer, pauses);
            done = true;
            return asked;
        } catch (RuntimeException e) {
            if (progress.wrote()) {
                throw new IllegalStateException(
                        rule.name() + ": step " + (clock.completed() + 1)
                                + " broke off in a loop; values and states per element are partly written, all else is as"
                                + " before: restore both before going on",
                        e);
            }
            throw e;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private void evaluate(Evaluation evaluation, int number) {
        boolean done = false;
        try {
            double loss = evaluation.evaluate(number);
            if (number == 0) {
                takeLoss(loss);
            }
            done = true;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private void takeLoss(double loss) {
        for (Group group : groups) {
            group.step().loss(loss);
        }
    }

    private void giveUp() {
        stage = Stage.RESTING;
        if (progress.wrote()) {
            excursion.arrive();
        } else {
            excursion.undo();
        }
    }

    private void commit() {
        driver.finish();
        for (Group group : groups) {
            group.commit(group.step());
        }
        for (TensorWork tensor : stateful) {
            tensor.commit(tensor.step());
        }
        // A condition on which states take turns is one for all groups.
        rings.turn(groups[0].step().flags());
        excursion.arrive();
        clock.set(clock.completed() + 1, true);
        stage = Stage.RESTING;
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException(rule.name() + ": " + why);
    }
}

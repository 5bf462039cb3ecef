package org.descant.runtime;

/** What can be had of an optimizer between two steps: states and outputs by name, one of them in place of the values, and all state at once. */
final class Readings {
    private final Optimizer optimizer;
    private final RuleDescription rule;
    private final Parameters parameters;
    private final Clock clock;
    private final Group[] groups;
    private final TensorWork[] tensors;
    private final States states;
    private final Shown shown;
    private final Stepping stepping;

    Readings(
            Optimizer optimizer,
            RuleDescription rule,
            Parameters parameters,
            Clock clock,
            Group[] groups,
            TensorWork[] tensors,
            ElementStates elements,
            Stepping stepping) {
        this.optimizer = optimizer;
        this.rule = rule;
        this.parameters = parameters;
        this.clock = clock;
        this.groups = groups;
        this.tensors = tensors;
        this.stepping = stepping;
        states = new States(rule, parameters, elements, groups, tensors);
        shown = new Shown(rule, parameters, elements);
    }

    double[] state(String parameter, String slot) {
        stepping.checkResting("no state can be read");
        start();
        return states.read(parameter, rule.state(slot));
    }

    boolean keeps(String parameter, String slot) {
        return states.keeps(parameter, rule.state(slot));
    }

    double state(String slot) {
        stepping.checkResting("no state can be read");
        start();
        return states.read(rule.state(slot));
    }

    double[] output(String parameter, String output) {
        stepping.checkResting("no output can be read");
        OutputDescription description = rule.output(output);
        if (description instanceof OutputDescription.Kept kept) {
            return state(parameter, slot(kept));
        }
        checkHasValue(output);
        return Buffers.widened(states.elements(optimizer, parameters.tensor(parameter), description));
    }

    double output(String output) {
        stepping.checkResting("no output can be read");
        OutputDescription description = rule.output(output);
        if (description instanceof OutputDescription.Kept kept) {
            return state(slot(kept));
        }
        throw new IllegalArgumentException(
                rule.name() + ": '" + output + "' is per element: ask for it with a tensor's name");
    }

    void show(String output) {
        stepping.checkResting("no output can be shown");
        OutputDescription described = rule.output(output);
        shown.checkElements(described);
        if (described instanceof OutputDescription.Kept kept) {
            slot(kept);
        } else {
            checkHasValue(output);
        }
        hide();
        start();
        shown.show(described, tensor -> states.elements(optimizer, tensor, described));
    }

    void hide() {
        shown.hide();
    }

    /** Fails while an output is in place of the values. */
    void checkHidden() {
        if (shown.output().isPresent()) {
            throw new IllegalStateException(
                    rule.name() + ": '" + shown.output().get() + "' is shown in the parameters: call hide() first");
        }
    }

    Snapshot snapshot() {
        stepping.checkResting("no snapshot can be taken");
        start();
        return states.copyOut(clock);
    }

    void restore(Snapshot snapshot) {
        stepping.checkResting("no snapshot can be restored");
        checkHidden();
        states.copyIn(snapshot);
        clock.set(snapshot.t(), snapshot.started());
    }

    private String slot(OutputDescription.Kept output) {
        if (!output.beforeFirstStep()) {
            checkHasValue(output.name());
        }
        return output.slot();
    }

    private void checkHasValue(String output) {
        if (!clock.started()) {
            throw new IllegalStateException(rule.name() + ": '" + output + "' has no value before the first step");
        }
    }

    /** Evaluates the starts for somebody who looks before the first step; that step evaluates them again. */
    private void start() {
        if (!clock.started() && shown.output().isEmpty()) {
            for (Group group : groups) {
                group.takeHypers();
            }
            stepping.start(optimizer);
            for (Group group : groups) {
                group.commit(group.start());
            }
            for (TensorWork tensor : tensors) {
                tensor.commit(tensor.start());
            }
        }
    }
}

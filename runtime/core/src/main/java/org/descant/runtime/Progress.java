package org.descant.runtime;

import java.util.List;

/** How far a step has come: sweep by sweep, and from one evaluation to the next. */
final class Progress {
    /** Stands for the end of a step, where no evaluation is asked for. */
    static final int END = -1;

    /** Stands for the place of an evaluation that is not made in this step. */
    static final int REST = -2;

    private final RuleDescription rule;
    private final Driver driver;
    private final Group[] groups;
    private final InputValues inputs;
    private final List<InputDescription> tensorInputs;
    private final Excursion excursion;
    private final boolean[] moves;
    private final int lastPoint;
    private int sweeps;
    private int evaluations;
    private boolean wrote;

    Progress(RuleDescription rule, Driver driver, Group[] groups, InputValues inputs, Excursion excursion) {
        this.rule = rule;
        this.driver = driver;
        this.groups = groups;
        this.inputs = inputs;
        this.excursion = excursion;
        tensorInputs = rule.inputs().stream()
                .filter(input -> input.shape() != StateShape.PER_MODEL)
                .toList();
        moves = new boolean[rule.evaluations().size()];
        int last = 0;
        for (int i = 0; i < moves.length; i++) {
            moves[i] = rule.evaluations().get(i).moves();
            last = Math.max(last, rule.evaluations().get(i).afterSweeps());
        }
        lastPoint = last;
    }

    void begin() {
        sweeps = 0;
        evaluations = 0;
        wrote = false;
        inputs.beginStep();
    }

    /** Whether memory has been written that cannot be put back. */
    boolean wrote() {
        return wrote;
    }

    /**
     * Goes on to the next evaluation, and gives its number; or to the {@link #END}.
     *
     * @param pauses whether to stop where an evaluation rests, too, and give {@link #REST}
     */
    int advance(Optimizer optimizer, boolean pauses) {
        while (true) {
            int asked = nextEvaluation(pauses);
            if (asked != END) {
                return asked;
            }
            if (sweeps == driver.sweeps()) {
                return END;
            }
            sweep(optimizer, sweeps);
            sweeps = driver.end(sweeps);
        }
    }

    /** The evaluation that is made here, unless it rests in this step. */
    private int nextEvaluation(boolean pauses) {
        while (evaluations < moves.length && rule.evaluations().get(evaluations).afterSweeps() == sweeps) {
            int number = evaluations++;
            if (isMade(number)) {
                return number;
            }
            if (pauses) {
                return REST;
            }
        }
        return END;
    }

    private boolean isMade(int evaluation) {
        EvaluationDescription described = rule.evaluations().get(evaluation);
        // A condition of an evaluation is one for all groups.
        return described.isInEveryStep() || groups[0].step().flags()[described.flag()];
    }

    private void sweep(Optimizer optimizer, int first) {
        int end = driver.end(first);
        boolean writes = wrote;
        for (int sweep = first; sweep < end; sweep++) {
            driver.groupPrologues(optimizer, sweep);
            takeInputs(sweep);
            writes |= sweep >= lastPoint && driver.writesState(sweep);
        }
        driver.tensorPrologues(optimizer, first);
        boolean leaves = leavesIn(end - 1);
        if (leaves) {
            excursion.beginLeaving();
        }
        wrote = writes || leaves;
        driver.sweep(optimizer, first);
        if (leaves) {
            excursion.endLeaving();
        }
        wrote = writes;
    }

    private void takeInputs(int sweep) {
        for (int i = 0; i < tensorInputs.size(); i++) {
            InputDescription input = tensorInputs.get(i);
            if (input.sweep() == sweep && isRead(input)) {
                inputs.takeOfTensors(input);
            }
        }
    }

    private boolean leavesIn(int sweep) {
        for (int i = 0; i < moves.length; i++) {
            if (moves[i] && rule.evaluations().get(i).afterSweeps() == sweep + 1 && isMade(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRead(InputDescription input) {
        if (input.flag() == EvaluationDescription.ALWAYS) {
            return true;
        }
        for (Group group : groups) {
            if (group.step().flags()[input.flag()]) {
                return true;
            }
        }
        return false;
    }
}

package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What takes a rule's loops over memory: sweep by sweep, and in a sweep block by block. The end of a sweep is a barrier for its tensor, so that a
 * later one may use what was computed from all its elements; and for the whole model unless the two are of one {@linkplain Stretches stretch}.
 *
 * <p>Sweeps that reduce, and those whose loops take numbers of a tensor, go tensor by tensor. All others take adjacent tensors as one. The
 * calling thread works alone, or with the threads of a {@link Crew}: on the same blocks, with the same bits.
 */
final class Driver {
    /** Elements of a block, by which a sweep is cut: that of the tree of reductions. */
    static final int BLOCK = ReductionTree.BLOCK;

    private final RuleDescription rule;
    private final ElementStates states;
    private final Excursion excursion;
    private final Group[] groups;
    private final TensorWork[] tensors;
    private final TensorWork[] stateful;
    private final boolean tensorNumbers;
    private final boolean tensorPrologues;
    private final long elements;
    private final Sweep[] sweeps;
    private final Sweep[] startSweeps;
    private final Tensor[] zeroedLast;
    private final Stretches stretches;
    private final Hand hand;
    private Optional<Crew> crew = Optional.empty();

    /** @param tensors in the order of the model; none if the rule has nothing per tensor */
    Driver(
            RuleDescription rule,
            Parameters parameters,
            Group[] groups,
            TensorWork[] tensors,
            ElementStates states,
            Excursion excursion) {
        this.rule = rule;
        this.states = states;
        this.excursion = excursion;
        this.groups = groups;
        this.tensors = tensors;
        stateful = rule.tensorStates().isEmpty() ? new TensorWork[] {} : tensors;
        tensorNumbers = rule.tensorScalars() + rule.tensorFlags() > 0;
        tensorPrologues = tensorNumbers
                || !rule.tensorStates().isEmpty()
                || rule.reductions().stream().anyMatch(ReductionDescription::ofNumbers);
        int zeroing = ZeroedGradient.sweep(rule, parameters);
        boolean zeroesLast = parameters.zeroesGradients() && zeroing == ZeroedGradient.NONE;
        zeroedLast = zeroesLast ? parameters.tensors().toArray(Tensor[]::new) : new Tensor[] {};
        sweeps = Sweep.ofStep(rule, zeroing);
        startSweeps = Sweep.ofStart(rule);
        stretches = new Stretches(rule);
        elements = parameters.length();
        hand = hand();
    }

    private Hand hand() {
        boolean staged = false;
        int end = 0;
        for (Group group : groups) {
            for (Run run : group.runs(0)) {
                staged |= run.staged();
                end = Math.max(end, run.from() + run.length());
            }
        }
        ElementType type = states.elementType();
        boolean copies = staged || (!rule.reductions().isEmpty() && end > Alongside.REACH);
        List<Sweep> all = Stream.of(startSweeps, sweeps).flatMap(Arrays::stream).toList();
        return new Hand(rule, type, copies, tensors.length > 0, excursion, Alongside.of(rule, all, type, end));
    }

    /** Takes threads to share the sweeps of a step with. */
    void workers(Optimizer optimizer, Workers workers) {
        for (Group group : groups) {
            group.forgetHands();
        }
        Hand[] hands = new Hand[Math.max(1, workers.count())];
        hands[0] = hand;
        for (int i = 1; i < hands.length; i++) {
            hands[i] = hand();
        }
        crew = hands.length == 1
                ? Optional.empty()
                : Optional.of(new Crew(rule, workers, hands, sweeps, groups, states, optimizer));
    }

    /** Gives every state its start. */
    void start(Optimizer optimizer) {
        for (Group group : groups) {
            group.beginStart();
        }
        for (TensorWork work : stateful) {
            work.beginStart();
        }
        for (Sweep sweep : startSweeps) {
            groupPrologues(optimizer, sweep, true);
            tensorPrologues(optimizer, sweep, true);
            sweep(optimizer, sweep, true);
        }
    }

    /** Makes ready for a step; nothing is written. */
    void begin(boolean started) {
        for (Group group : groups) {
            group.beginStep();
        }
        for (TensorWork work : stateful) {
            work.beginStep(started);
        }
    }

    /** How many sweeps a step has. */
    int sweeps() {
        return sweeps.length;
    }

    /** The first sweep that must wait until a sweep, and those between them, have passed over all tensors. */
    int end(int sweep) {
        return stretches.end(sweep);
    }

    /** Whether a sweep changes values or states. */
    boolean writesState(int sweep) {
        return sweeps[sweep].writesState();
    }

    /** Leaves zeros in the gradients when all sweeps are done, unless one of them has. */
    void finish() {
        for (Tensor tensor : zeroedLast) {
            ZeroedGradient.set(tensor);
        }
    }

    /** Runs the prologues of all groups before a sweep; nothing is written by them. */
    void groupPrologues(Optimizer optimizer, int sweep) {
        groupPrologues(optimizer, sweeps[sweep], false);
    }

    /** Runs the prologues of all tensors before a sweep; nothing is written by them. */
    void tensorPrologues(Optimizer optimizer, int sweep) {
        tensorPrologues(optimizer, sweeps[sweep], false);
    }

    /** Runs a sweep, and all up to its {@link #end}, over all groups. */
    void sweep(Optimizer optimizer, int first) {
        int end = end(first);
        if (crew.isPresent() && crew.get().drive(optimizer, first, end)) {
            reduceModel(sweeps[end - 1], false);
        } else if (end == first + 1) {
            sweep(optimizer, sweeps[first], false);
        } else {
            for (Group group : groups) {
                for (TensorWork work : group.tensors()) {
                    hand.driveStretch(optimizer, sweeps, first, end, group.step(), work, work.runs(0));
                }
            }
            reduceModel(sweeps[end - 1], false);
        }
    }

    private void groupPrologues(Optimizer optimizer, Sweep sweep, boolean start) {
        for (Group group : groups) {
            sweep.code().prologue(optimizer, start ? group.start() : group.step());
        }
    }

    private void tensorPrologues(Optimizer optimizer, Sweep sweep, boolean start) {
        if (!tensorPrologues) {
            return;
        }
        for (Group group : groups) {
            Step step = start ? group.start() : group.step();
            for (TensorWork work : group.tensors()) {
                sweep.code().tensorPrologue(optimizer, step, start ? work.start() : work.step());
            }
        }
    }

    private void sweep(Optimizer optimizer, Sweep sweep, boolean start) {
        for (int i = 0; i < groups.length; i++) {
            Group group = groups[sweep.place(i, groups.length)];
            sweep(optimizer, sweep, group, start ? group.start() : group.step(), start);
        }
        reduceModel(sweep, start);
    }

    private void sweep(Optimizer optimizer, Sweep sweep, Group group, Step step, boolean start) {
        if (sweep.isOfCells() || sweep.hasTerms() || tensorNumbers) {
            TensorWork[] works = group.tensors();
            for (int i = 0; i < works.length; i++) {
                TensorWork work = works[sweep.place(i, works.length)];
                hand.driveTensor(optimizer, sweep, step, start ? work.start() : work.step(), work, work.runs(0));
            }
        } else if (sweep.hasLoops(step.flags())) {
            Run[] runs = group.runs(0);
            hand.take(step);
            for (int i = 0; i < runs.length; i++) {
                Run run = runs[sweep.place(i, runs.length)];
                hand.drive(optimizer, sweep, run, 0, Hand.blocks(run.length()));
            }
        }
    }

    private void reduceModel(Sweep sweep, boolean start) {
        for (int reduction : sweep.modelReductions()) {
            reduceModel(reduction, start);
        }
    }

    private void reduceModel(int reduction, boolean start) {
        ReductionDescription described = rule.reductions().get(reduction);
        double result = described.ofNumbers() ? ofNumbers(reduction, start) : ofTensors(reduction, start);
        long entries = entries(described.over());
        double finished = ReductionTree.finished(described.kind(), result, entries);
        for (Group group : groups) {
            (start ? group.start() : group.step()).reduced(reduction, finished);
        }
    }

    private double ofNumbers(int reduction, boolean start) {
        ReductionKind kind = rule.reductions().get(reduction).kind();
        double result = ReductionTree.none(kind);
        for (TensorWork work : tensors) {
            double term = (start ? work.start() : work.step()).term(reduction);
            result = ReductionTree.both(kind, result, ReductionTree.both(kind, ReductionTree.none(kind), term));
        }
        return result;
    }

    private double ofTensors(int reduction, boolean start) {
        ReductionKind kind = rule.reductions().get(reduction).kind();
        double result = ReductionTree.none(kind);
        if (tensors.length > 0) {
            double[] results = (start ? tensors[0].start() : tensors[0].step()).results();
            for (int i = reduction; i < results.length; i += rule.reductions().size()) {
                result = ReductionTree.both(kind, result, results[i]);
            }
        }
        return result;
    }

    private long entries(StateShape over) {
        if (over == StateShape.PER_ELEMENT) {
            return elements;
        } else if (!over.isOfCells()) {
            return tensors.length;
        }
        long entries = 0;
        for (TensorWork work : tensors) {
            entries += work.cells().geometry(over).count(over);
        }
        return entries;
    }
}

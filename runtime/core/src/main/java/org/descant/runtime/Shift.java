package org.descant.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Sweeps over some portions of memory, done by several hands: each takes the chunks of its own share first, in the order of the sweep, and
 * then those that are left of the others'. What the blocks of a tensor reduce to is put down block by block where several hands have
 * a part in it, and added up in the order of the tree when all are done. It is made once, and filled in before each use.
 */
final class Shift implements Workers.Work {
    /** Counters of two shares are never in one line of a cache. */
    private static final int STRIDE = 32;

    private final Hand[] hands;
    private final Sweep[] sweeps;
    private final RuleDescription rule;
    private final AtomicIntegerArray taken;
    private double[][] results;
    private volatile boolean failed;

    private Optimizer optimizer;
    private Pieces pieces;
    private Portions portions;
    private boolean ofTensors;
    private int parts;
    private int first;
    private int end;

    Shift(RuleDescription rule, Hand[] hands, Sweep[] sweeps, Optimizer optimizer, Pieces pieces, Portions portions) {
        this.rule = rule;
        this.hands = hands;
        this.sweeps = sweeps;
        this.optimizer = optimizer;
        this.pieces = pieces;
        this.portions = portions;
        taken = new AtomicIntegerArray((hands.length + 1) * STRIDE);
        results = new double[rule.reductions().size()][0];
    }

    /** Makes room for results. */
    void reserve(int slots) {
        if (results.length > 0 && results[0].length < slots) {
            results = new double[results.length][slots];
        }
    }

    /**
     * Says what is done next.
     *
     * @param among how many hands share it, from the first on
     * @param newFirst the first sweep
     * @param newEnd the one behind the last; pieces are not cut if there are several
     */
    void begin(int among, Optimizer user, Pieces of, Portions some, boolean tensors, int newFirst, int newEnd) {
        parts = among;
        optimizer = user;
        pieces = of;
        portions = some;
        ofTensors = tensors;
        first = newFirst;
        end = newEnd;
        failed = false;
        for (int share = 0; share < hands.length; share++) {
            taken.setPlain((share + 1) * STRIDE, 0);
        }
    }

    @Override
    public void run(int part) {
        boolean done = false;
        try {
            for (int turn = 0; turn < parts; turn++) {
                for (int share = (part + turn) % parts; share < hands.length; share += parts) {
                    driveShare(part, share);
                }
            }
            done = true;
        } finally {
            if (!done) {
                failed = true;
            }
        }
    }

    private void driveShare(int hand, int share) {
        int from = portions.share(share);
        int count = portions.share(share + 1) - from;
        int next = count > 0 ? taken.getAndIncrement((share + 1) * STRIDE) : 0;
        while (next < count && !failed) {
            drive(hand, from + next);
            next = taken.getAndIncrement((share + 1) * STRIDE);
        }
    }

    private void drive(int hand, int chunk) {
        int firstPlace = portions.firstPlace(chunk);
        int firstUnit = portions.firstUnit(chunk);
        int lastPlace = portions.firstPlace(chunk + 1);
        int lastUnit = portions.firstUnit(chunk + 1);
        int count = lastPlace - firstPlace + (lastUnit > 0 ? 1 : 0);
        for (int k = 0; k < count; k++) {
            int place = firstPlace + sweeps[first].place(k, count);
            int from = place == firstPlace ? firstUnit : 0;
            int to = place == lastPlace ? lastUnit : portions.units(place);
            if (ofTensors) {
                driveTensor(hand, place, from, to);
            } else {
                driveRun(hand, place, from, to);
            }
        }
    }

    private void driveRun(int hand, int place, int from, int to) {
        int piece = portions.piece(place);
        Group group = pieces.group(piece);
        if (sweeps[first].hasLoops(group.step().flags())) {
            hands[hand].take(group.step());
            Run run = group.runs(portions.isSplit(place) ? 0 : hand)[pieces.place(piece)];
            boolean isWhole = !portions.isSplit(place);
            hands[hand].drive(
                    optimizer, sweeps[first], run, isWhole ? 0 : from, isWhole ? Hand.blocks(run.length()) : to);
        }
    }

    private void driveTensor(int hand, int place, int from, int to) {
        int piece = portions.piece(place);
        Group group = pieces.group(piece);
        TensorWork work = group.tensors()[pieces.place(piece)];
        if (!portions.isSplit(place)) {
            hands[hand].driveStretch(optimizer, sweeps, first, end, group.step(), work, work.runs(hand));
            return;
        }
        Sweep sweep = sweeps[first];
        if (sweep.hasTerms() || sweep.hasLoops(group.step().flags())) {
            hands[hand].take(group.step());
            hands[hand].drivePart(
                    optimizer, sweep, work.step(), work.runs(0)[0], from, to, results, portions.slot(place));
        }
    }

    /** When all is done: what split tensors reduce to. */
    void finish() {
        if (!ofTensors || portions.slots() == 0) {
            return;
        }
        for (int place = 0; place < portions.count(); place++) {
            if (portions.isSplit(place)) {
                int piece = portions.piece(place);
                TensorWork work = pieces.group(piece).tensors()[pieces.place(piece)];
                for (int reduction : sweeps[first].elementReductions()) {
                    reduce(reduction, work, portions.slot(place), portions.units(place));
                }
            }
        }
    }

    private void reduce(int reduction, TensorWork work, int slot, int blocks) {
        ReductionKind kind = rule.reductions().get(reduction).kind();
        double total = ReductionTree.none(kind);
        for (int block = 0; block < blocks; block++) {
            total = ReductionTree.both(kind, total, results[reduction][slot + block]);
        }
        hands[0].leave(work.step(), reduction, total, work.tensor().length());
    }
}

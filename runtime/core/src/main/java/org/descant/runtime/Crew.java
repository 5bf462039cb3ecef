package org.descant.runtime;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How an optimizer's sweeps are divided between its workers. One division covers all groups and tensors of a sweep:
 *
 * <ul>
 *   <li>a sweep of elements is cut at blocks, wherever they lie;
 *   <li>one in which matrices, rows or columns play a part goes tensor by tensor, each in one piece;
 *   <li>sweeps that pass over one tensor before the next begins do so in every thread, and several threads pass over a large tensor sweep by
 *       sweep, with a barrier between;
 *   <li>where an array serves all tensors one after the other, every thread has one of its own for the smaller ones, and the larger are passed
 *       over by all threads together, one after the other.
 * </ul>
 *
 * <p>What is asked of the caller (schedules, inputs, evaluations), the start sweeps before the first step, and all prologues but those between sweeps of one tensor are the calling
 * thread's, as is what is added up over the model.
 */
final class Crew {
    /** Elements of a tensor that several threads pass over together; smaller ones, too, if there are few. */
    private static final int LARGE = 1 << 18;

    /** Elements below which a tensor is not passed over by several threads, however few there are. */
    private static final int SMALL = 1 << 14;

    private final Workers workers;
    private final Hand[] hands;
    private final Sweep[] sweeps;
    private final Group[] groups;
    private final boolean tensorNumbers;
    private final boolean asks;
    private final boolean takesTurns;
    private final Pieces runs;
    private final Pieces tensors;
    private final Portions cutRuns;
    private final Portions cutTensors;
    private final Portions wholeTensors;
    private final Split splitRuns;
    private final Split splitTensors;
    private final Shift shift;

    /** Small pieces, which are divided between threads, and large ones, each of which is cut. */
    private record Split(Portions small, List<Portions> large) {
        static Split of(Pieces pieces, int threads, IntPredicate isLarge) {
            int[] small =
                    IntStream.range(0, pieces.count()).filter(isLarge.negate()).toArray();
            List<Portions> large = IntStream.range(0, pieces.count())
                    .filter(isLarge)
                    .mapToObj(piece -> pieces.of(new int[] {piece}, threads, true))
                    .toList();
            return new Split(pieces.of(small, threads, false), large);
        }
    }

    /**
     * @param hands as many as there are workers
     * @param optimizer whose step they make
     */
    Crew(
            RuleDescription rule,
            Workers workers,
            Hand[] hands,
            Sweep[] sweeps,
            Group[] groups,
            ElementStates states,
            Optimizer optimizer) {
        this.workers = workers;
        this.hands = hands;
        this.sweeps = sweeps;
        this.groups = groups;
        tensorNumbers = rule.tensorScalars() + rule.tensorFlags() > 0;
        asks = !rule.numberInputs().isEmpty();
        runs = Pieces.ofRuns(groups);
        tensors = Pieces.ofTensors(groups);
        int threads = hands.length;
        takesTurns = states.takesTurns();
        cutRuns = runs.all(threads, true);
        cutTensors = tensors.all(threads, true);
        wholeTensors = tensors.all(threads, false);
        splitRuns = Split.of(runs, threads, piece -> isLarge(runs, piece));
        splitTensors = Split.of(tensors, threads, piece -> isLarge(tensors, piece));
        shift = new Shift(rule, hands, sweeps, optimizer, runs, cutRuns);
        shift.reserve(cutTensors.slots());
        for (Portions large : splitTensors.large()) {
            shift.reserve(large.slots());
        }
        if (takesTurns) {
            lend(splitRuns.small(), runs, states, false);
            lend(splitTensors.small(), tensors, states, true);
        }
    }

    private boolean isLarge(Pieces pieces, int piece) {
        int length = pieces.length(piece);
        boolean isFarOut = takesTurns && pieces.end(piece) > LARGE;
        boolean isMuch = 2L * hands.length * length > pieces.elements();
        return length >= LARGE || (length > SMALL && isMuch) || isFarOut;
    }

    /** Gives every hand but the first arrays of its own, in place of those that serve all tensors. */
    private void lend(Portions small, Pieces pieces, ElementStates states, boolean ofTensors) {
        int longest = IntStream.range(0, small.count())
                .map(place -> pieces.end(small.piece(place)))
                .max()
                .orElse(0);
        for (int hand = 1; hand < hands.length; hand++) {
            Object[] own = states.ownOfHand(longest);
            for (int place = 0; place < small.count(); place++) {
                int piece = small.piece(place);
                Group group = pieces.group(piece);
                if (ofTensors) {
                    group.tensors()[pieces.place(piece)].lend(hand, own);
                } else {
                    group.lend(hand, pieces.place(piece), own);
                }
            }
        }
    }

    /**
     * Runs a stretch of sweeps over all groups, unless the calling thread had better do it alone.
     *
     * @return whether it is done
     */
    boolean drive(Optimizer optimizer, int first, int end) {
        if (hands.length == 1 || (end > first + 1 && asks)) {
            return false;
        }
        Sweep sweep = sweeps[first];
        boolean isStretch = end > first + 1;
        if (!isStretch && isLeftOut(sweep)) {
            return false;
        }
        boolean ofTensors = isStretch || sweep.isOfCells() || sweep.hasTerms() || tensorNumbers;
        if (isStretch || takesTurns) {
            return driveApart(
                    optimizer, ofTensors ? tensors : runs, ofTensors ? splitTensors : splitRuns, ofTensors, first, end);
        }
        Portions portions = sweep.isOfCells() ? wholeTensors : ofTensors ? cutTensors : cutRuns;
        int threads = workers.threadsFor(portions.elements());
        if (threads < 2) {
            return false;
        }
        divide(threads, optimizer, ofTensors ? tensors : runs, portions, ofTensors, first, end);
        return true;
    }

    /** Whether it has nothing to do in this step. */
    private boolean isLeftOut(Sweep sweep) {
        boolean isRun = sweep.isOfCells() || sweep.hasTerms();
        for (Group group : groups) {
            isRun |= sweep.hasLoops(group.step().flags());
        }
        return !isRun;
    }

    private boolean driveApart(Optimizer optimizer, Pieces pieces, Split split, boolean ofTensors, int first, int end) {
        Portions small = split.small();
        int threads = small.count() > 1 ? workers.threadsFor(small.elements() * (end - first)) : 1;
        if (threads < 2 && split.large().isEmpty()) {
            return false;
        }
        for (int k = 0; k < split.large().size(); k++) {
            driveLarge(optimizer, pieces, split.large().get(k), ofTensors, first, end);
        }
        if (threads > 1) {
            divide(threads, optimizer, pieces, small, ofTensors, first, end);
        } else {
            alone(optimizer, pieces, small, ofTensors, first, end);
        }
        return true;
    }

    private void driveLarge(Optimizer optimizer, Pieces pieces, Portions large, boolean ofTensors, int first, int end) {
        int piece = large.piece(0);
        for (int number = first; number < end; number++) {
            Sweep sweep = sweeps[number];
            if (number > first) {
                Group group = pieces.group(piece);
                sweep.code().tensorPrologue(optimizer, group.step(), group.tensors()[pieces.place(piece)].step());
            }
            int threads = sweep.isOfCells() ? 1 : workers.threadsFor(large.elements());
            if (threads > 1) {
                divide(threads, optimizer, pieces, large, ofTensors, number, number + 1);
            } else {
                alone(optimizer, pieces, large, ofTensors, number, number + 1);
            }
        }
    }

    private void divide(
            int threads, Optimizer optimizer, Pieces pieces, Portions portions, boolean ofTensors, int first, int end) {
        int parts = Math.min(threads, hands.length);
        shift.begin(parts, optimizer, pieces, portions, ofTensors, first, end);
        workers.run(parts, shift);
        shift.finish();
    }

    private void alone(Optimizer optimizer, Pieces pieces, Portions portions, boolean ofTensors, int first, int end) {
        for (int k = 0; k < portions.count(); k++) {
            int piece = portions.piece(sweeps[first].place(k, portions.count()));
            Group group = pieces.group(piece);
            if (ofTensors) {
                TensorWork work = group.tensors()[pieces.place(piece)];
                hands[0].driveStretch(optimizer, sweeps, first, end, group.step(), work, work.runs(0));
            } else if (sweeps[first].hasLoops(group.step().flags())) {
                Run run = group.runs(0)[pieces.place(piece)];
                hands[0].take(group.step());
                hands[0].drive(optimizer, sweeps[first], run, 0, Hand.blocks(run.length()));
            }
        }
    }
}

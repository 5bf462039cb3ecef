package org.descant.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What takes a rule's loops over memory: sweep by sweep, and in a sweep block by block, all loops on one block before the
 * next, so that what a loop leaves is still in the cache for the loop after it. The end of a sweep is a barrier: a
 * later one may use what was computed from all elements. A driver belongs to one thread.
 */
final class Driver {
    /** Elements of a block: all buffers of most rules fit the L2 cache, and a kernel is compiled after a few calls. */
    static final int BLOCK = 4096;

    private final List<Sweep> sweeps = new ArrayList<>();
    private final Sweep start;
    private final Block block;
    private final Buffers scratch;

    Driver(RuleDescription rule, ElementType elementType, boolean staged) {
        for (List<LoopDescription> loops : rule.sweeps()) {
            sweeps.add(new Sweep(sweeps.size(), loops));
        }
        start = new Sweep(Sweep.START, rule.startLoops());
        block = new Block(elementType);
        scratch = Buffers.scratch(elementType, staged ? rule.buffers() : 0, BLOCK);
    }

    /** Fills the states per element whose start is not 0. */
    void start(Optimizer optimizer, Group[] groups) {
        for (Group group : groups) {
            drive(optimizer, start, group.start(), group.runs());
        }
    }

    /** Runs all sweeps over all groups. */
    void step(Optimizer optimizer, Group[] groups) {
        for (int i = 0; i < sweeps.size(); i++) {
            for (Group group : groups) {
                drive(optimizer, sweeps.get(i), group.step(), group.runs());
            }
        }
    }

    private void drive(Optimizer optimizer, Sweep sweep, Step step, List<Run> runs) {
        if (sweep.loops() == 0) {
            return;
        }
        block.take(step);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.staged()) {
                driveStaged(optimizer, sweep, run);
            } else {
                driveInPlace(optimizer, sweep, run);
            }
        }
    }

    private void driveInPlace(Optimizer optimizer, Sweep sweep, Run run) {
        block.take(run.buffers());
        int end = run.from() + run.length();
        for (int from = run.from(); from < end; from = block.to()) {
            block.take(from, Math.min(end - from, BLOCK) + from);
            sweep.run(optimizer, block);
        }
    }

    /** Unequal offsets are not vectorised: the loops see copies that all begin at 0. */
    private void driveStaged(Optimizer optimizer, Sweep sweep, Run run) {
        block.take(scratch);
        for (int done = 0; done < run.length(); done += BLOCK) {
            int count = Math.min(run.length() - done, BLOCK);
            for (int buffer : sweep.reads()) {
                System.arraycopy(
                        run.buffers().array(buffer), run.offsets()[buffer] + done, scratch.array(buffer), 0, count);
            }
            block.take(0, count);
            sweep.run(optimizer, block);
            for (int buffer : sweep.writes()) {
                System.arraycopy(
                        scratch.array(buffer), 0, run.buffers().array(buffer), run.offsets()[buffer] + done, count);
            }
        }
    }
}

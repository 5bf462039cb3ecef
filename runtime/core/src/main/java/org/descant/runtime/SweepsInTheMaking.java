package org.descant.runtime;

import java.util.ArrayList;
import java.util.List;

/** The sweeps of a description in the making; what is added belongs to the latest, and the first begins by itself. */
final class SweepsInTheMaking {
    private static final class One {
        private final List<LoopDescription> loops = new ArrayList<>();
        private final List<Integer> reductions = new ArrayList<>();
        private final boolean followsPerTensor;

        One(boolean followsPerTensor) {
            this.followsPerTensor = followsPerTensor;
        }
    }

    private final List<One> sweeps = new ArrayList<>();
    private final List<ReductionDescription> reductions;

    /** @param reductions all of the rule, which those of these sweeps are added to */
    SweepsInTheMaking(List<ReductionDescription> reductions) {
        this.reductions = reductions;
    }

    void begin() {
        sweeps.add(new One(false));
    }

    void beginPerTensor() {
        sweeps.add(new One(true));
    }

    void add(LoopDescription loop) {
        latest().loops.add(loop);
    }

    void add(ReductionDescription reduction) {
        latest().reductions.add(reductions.size());
        reductions.add(reduction);
    }

    /** Lets the latest reduction have the terms of an earlier one. */
    void share(int earlier) {
        int last = reductions.size() - 1;
        reductions.set(last, reductions.get(last).sharing(earlier));
    }

    /** Leaves the latest loop out of the steps in which none of some conditions holds. */
    void when(int... conditions) {
        List<LoopDescription> loops = latest().loops;
        int last = loops.size() - 1;
        loops.set(last, loops.get(last).when(conditions));
    }

    private One latest() {
        if (sweeps.isEmpty()) {
            begin();
        }
        return sweeps.get(sweeps.size() - 1);
    }

    int count() {
        return sweeps.size();
    }

    List<SweepDescription> build() {
        return sweeps.stream()
                .map(sweep -> new SweepDescription(sweep.loops, sweep.reductions, sweep.followsPerTensor))
                .toList();
    }
}

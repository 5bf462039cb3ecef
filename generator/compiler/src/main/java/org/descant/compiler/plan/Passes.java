package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The loops of a course, sweep by sweep.
 *
 * @param passes for every sweep its pass over the elements
 * @param handOver what they take from prologues
 * @param carries what they keep for later sweeps
 * @param reasons why they are as they are, where that is not plain
 */
record Passes(List<Pass> passes, HandOver handOver, List<Carry> carries, List<String> reasons) {
    /** The values that go between memory and processor for each element. */
    int traffic() {
        return passes.stream().mapToInt(Pass::traffic).sum();
    }

    /** How much the loops hold, each for itself. */
    int weight() {
        return passes.stream().mapToInt(Pass::weight).sum();
    }

    /** By how much the loops of every step hold more than becomes vector code. */
    int excess(LoopBudget budget) {
        return passes.stream().mapToInt(pass -> pass.excess(budget)).sum();
    }

    /** These loops, with one more reason. */
    Passes because(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Passes(passes, handOver, carries, more);
    }

    /** Why these loops and not others, which keep something else; nothing if those are as good. */
    Optional<String> reasonInsteadOf(Passes others) {
        return traffic() == others.traffic()
                ? Optional.empty()
                : Optional.of("kept over a later gradient: " + names() + ", so that " + traffic()
                        + " values move and not " + others.traffic() + " as with " + others.names());
    }

    private String names() {
        return carries.stream().map(carry -> carry.buffer().name()).collect(Collectors.joining(", "));
    }

    /** How many buffers hold what is kept. */
    int carried() {
        return carries.size();
    }

    Pass pass(int sweep) {
        return sweep < passes.size() ? passes.get(sweep) : Pass.NONE;
    }
}

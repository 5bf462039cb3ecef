package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The loops of a course, sweep by sweep.
 *
 * @param termLoops for every pass over the elements those that write terms
 * @param loops for every pass over the elements those that change values and states
 * @param handOver what they take from prologues
 * @param carries what they keep because a gradient overwrites what it is made of
 * @param reasons why they are as they are, where that is not plain
 */
record Passes(
        List<List<Loop>> termLoops,
        List<List<Loop>> loops,
        HandOver handOver,
        List<Carry> carries,
        List<String> reasons) {
    /** The values that go between memory and processor for each element. */
    int traffic() {
        return IntStream.range(0, loops.size())
                .map(sweep -> Sweep.traffic(termLoops.get(sweep), loops.get(sweep)))
                .sum();
    }

    /** These loops, with one more reason. */
    Passes because(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Passes(termLoops, loops, handOver, carries, more);
    }

    /** These loops, and why not the others, which keep something else, if those move more. */
    Passes insteadOf(Passes others) {
        return traffic() == others.traffic()
                ? this
                : because("kept over a later gradient: " + names() + ", so that " + traffic() + " values move and not "
                        + others.traffic() + " as with " + others.names());
    }

    private String names() {
        return carries.stream().map(carry -> carry.buffer().name()).collect(Collectors.joining(", "));
    }

    /** How many buffers hold what a gradient must not overwrite. */
    int carried() {
        return carries.size();
    }

    List<Loop> termLoops(int sweep) {
        return sweep < termLoops.size() ? termLoops.get(sweep) : List.of();
    }

    List<Loop> loops(int sweep) {
        return sweep < loops.size() ? loops.get(sweep) : List.of();
    }
}

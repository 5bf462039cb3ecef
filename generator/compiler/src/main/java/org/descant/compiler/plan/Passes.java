package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The loops of a course, sweep by sweep.
 *
 * @param termLoops for every pass over the elements those that write terms
 * @param loops for every pass over the elements those that change values and states
 * @param handOver what they take from prologues
 * @param reasons why they are as they are, where that is not plain
 */
record Passes(List<List<Loop>> termLoops, List<List<Loop>> loops, HandOver handOver, List<String> reasons) {
    /** The values that go between memory and processor for each element. */
    int traffic() {
        return IntStream.range(0, loops.size())
                .map(sweep -> Sweep.traffic(termLoops.get(sweep), loops.get(sweep)))
                .sum();
    }

    List<Loop> termLoops(int sweep) {
        return sweep < termLoops.size() ? termLoops.get(sweep) : List.of();
    }

    List<Loop> loops(int sweep) {
        return sweep < loops.size() ? loops.get(sweep) : List.of();
    }
}

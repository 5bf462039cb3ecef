package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What happens between two barriers: prologues, then one pass over the tensors, block by block; all loops run on a block before the next
 * block begins.
 *
 * @param cellLoops loops over matrices, rows and columns, before those over elements
 * @param pass the loops over elements
 * @param reductions what is known at the end of the sweep
 * @param followsPerTensor whether it passes over a tensor as soon as the sweep before it has, since the barrier waits for nothing else
 */
public record Sweep(
        Prologue group,
        Prologue tensor,
        List<Loop> cellLoops,
        Pass pass,
        List<Reduced> reductions,
        boolean followsPerTensor) {
    public Sweep {
        cellLoops = List.copyOf(cellLoops);
        reductions = List.copyOf(reductions);
    }

    /** All loops, in the order in which they run on a block: the runtime's numbering. */
    public List<Loop> allLoops() {
        return Stream.concat(cellLoops.stream(), pass.all()).toList();
    }

    /** The loops that write terms of reductions and nothing else. */
    public List<Loop> termLoops() {
        return pass.terms();
    }

    /** The other loops over elements, which change values and states. */
    public List<Loop> loops() {
        return pass.updates();
    }

    /** Whether it passes over the elements. */
    public boolean isPass() {
        return pass.all().findAny().isPresent();
    }

    /** Whether it passes over the elements on some steps only, because on others it has nothing to store. */
    public boolean isOnSomeSteps() {
        return termLoops().isEmpty()
                && loops().stream().noneMatch(loop -> loop.conditions().isEmpty());
    }

    /** The values that go between memory and processor for each element: every buffer that is read, and every one that is written. */
    public int traffic() {
        return pass.traffic();
    }

    Stream<Prologue> prologues() {
        return Stream.of(group, tensor);
    }
}

package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.State;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Sweep;

/**
 * What the vector kernels of a sweep may find at another index than that of the elements, so that nothing has to be brought to that: cells and terms; what one loop
 * hands to the next; and the states that some tensors do not need. Other sweeps than those in which matrices, rows or columns play a part have none.
 *
 * @param isOfCells whether matrices, rows or columns play a part in the sweep
 * @param buffers the numbers of buffers of elements
 */
record Shifts(boolean isOfCells, Set<Integer> buffers) {
    static final Shifts NONE = new Shifts(false, Set.of());

    Shifts {
        buffers = Set.copyOf(buffers);
    }

    static Shifts of(Plan plan, Sweep sweep) {
        if (!isOfCells(plan, sweep)) {
            return NONE;
        }
        Set<State> unneeded = plan.variants().unneeded().stream()
                .flatMap(way -> way.states().stream())
                .collect(Collectors.toSet());
        Stream<Integer> states = plan.buffers().stream()
                .filter(buffer -> buffer.before() instanceof Previous previous && unneeded.contains(previous.state()))
                .map(Buffer::number);
        Stream<Integer> carried = IntStream.range(0, plan.carried()).mapToObj(number -> plan.firstCarried() + number);
        return new Shifts(true, Stream.concat(states, carried).collect(Collectors.toSet()));
    }

    /** As the runtime has it: the dimensions of tensors decide in all sweeps if they do in one. */
    private static boolean isOfCells(Plan plan, Sweep sweep) {
        return !plan.variants().unneeded().isEmpty()
                || sweep.reductions().stream()
                        .anyMatch(reduced -> reduced.cell().isPresent())
                || sweep.allLoops().stream().anyMatch(Shifts::touchesCells);
    }

    private static boolean touchesCells(Loop loop) {
        return loop.buffers().stream().anyMatch(Buffer::isCell);
    }

    /** Whether a buffer is cells or terms, which stand apart together. */
    boolean isOfAll(Buffer buffer) {
        return isOfCells && (buffer.isCell() || buffer.isOfTerms());
    }

    /** Where the block says how far apart a buffer stands, if it is not among cells and terms and may do so. */
    Optional<CodeBlock> own(Buffer buffer) {
        return !buffer.isCell() && buffers.contains(buffer.number())
                ? Optional.of(CodeBlock.of("$L.shift($L)", VectorHead.BLOCK, buffer.number()))
                : Optional.empty();
    }
}

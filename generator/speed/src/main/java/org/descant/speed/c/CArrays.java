package org.descant.speed.c;

import java.util.stream.Stream;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.State;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Plan;

/**
 * The arrays that a step in C is given, and their order: those of elements by their numbers, then those of terms, then the cells, and the results of reductions last.
 */
public final class CArrays {
    private final Plan plan;
    private final int firstCell;

    CArrays(Plan plan) {
        this.plan = plan;
        int lastUsed = plan.sweeps().stream()
                .flatMap(sweep -> Stream.concat(
                        sweep.allLoops().stream().flatMap(loop -> loop.buffers().stream()),
                        sweep.reductions().stream().flatMap(reduced -> reduced.terms().stream())))
                .filter(buffer -> !buffer.isCell())
                .mapToInt(Buffer::number)
                .max()
                .orElse(0);
        firstCell = 1 + Math.max(lastUsed, kept());
    }

    /** How many there are. */
    public int count() {
        return results() + 1;
    }

    /** The place of the first cell. */
    public int firstCell() {
        return firstCell;
    }

    /** The place of the array of doubles that takes the results of reductions that are numbers. */
    public int results() {
        return firstCell + plan.cells().size();
    }

    /** How many arrays, the first ones, are the caller's of an optimizer: the values, and the gradient of each evaluation. */
    public int ofCaller() {
        return 1 + plan.asked().size();
    }

    /** Where a state stands: states that take turns change their arrays, not their places. */
    public int place(State state) {
        return Stream.concat(plan.buffers().stream(), plan.cells().stream())
                .filter(buffer -> buffer.before().equals(new Previous(state)))
                .mapToInt(this::place)
                .findFirst()
                .orElseThrow();
    }

    int place(Buffer buffer) {
        return (buffer.isCell() ? firstCell : 0) + buffer.number();
    }

    /** The place of the values before the step, where a point is written over them; if none is, something else may stand there. */
    int kept() {
        return plan.buffers().size();
    }
}

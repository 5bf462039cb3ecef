package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Reduce;

/**
 * A reduction with its place in the order of the runtime.
 *
 * @param terms the scratch that a loop writes its terms to; nothing where they are numbers per tensor, which prologues give
 * @param cell the cell that keeps its results; nothing where it has one for each tensor or for the model
 */
public record Reduced(int index, Reduce reduce, Optional<Buffer> terms, Optional<Buffer> cell) {
    /** What a loop computes terms for; nothing where prologues give them. */
    public Optional<Space> over() {
        return Space.of(reduce.argument().shape(), reduce.argument().view());
    }

    boolean isOver(Space space) {
        return over().equals(Optional.of(space));
    }
}

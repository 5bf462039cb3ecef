package org.descant.compiler.plan;

import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Weight;

/**
 * What a loop can read.
 *
 * @param buffers all buffers, each under the expression that reads it
 * @param inPlace whether w may be read where it is stored, whatever buffer it is known by
 * @param held those of the buffers that hold the value of a variable, which then needs no equation
 */
record ReadableBuffers(Map<Expr, Buffer> buffers, boolean inPlace, Map<Expr, Buffer> held) {
    ReadableBuffers {
        buffers = Map.copyOf(buffers);
        held = Map.copyOf(held);
    }

    /** The same once buffers hold the values of some variables, which can be read back. */
    ReadableBuffers after(Map<Expr, Buffer> stored) {
        Map<Expr, Buffer> allBuffers = new HashMap<>(buffers);
        allBuffers.putAll(stored);
        Map<Expr, Buffer> allHeld = new HashMap<>(held);
        allHeld.putAll(stored);
        return new ReadableBuffers(allBuffers, inPlace, allHeld);
    }

    /** Whether a store changes what the expression that its buffer is known by reads. */
    boolean isOverwrittenBy(ElementStore store) {
        if (inPlace && store.buffer().before() instanceof Weight) {
            return true;
        }
        Buffer read = buffers.get(store.buffer().before());
        return read != null && read.number() == store.buffer().number();
    }
}

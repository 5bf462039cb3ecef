package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.State;

/** The arrays that have one entry for each matrix, row or column: states first, then inputs, then what a step keeps while it lasts. */
final class CellBuffers {
    private final Map<Expr, Buffer> byRead = new HashMap<>();
    private final List<Buffer> all = new ArrayList<>();

    /** @param demands the inputs that are read */
    CellBuffers(List<State> states, List<Demand> demands) {
        for (State state : states) {
            Space.of(state.shape(), state.view())
                    .filter(space -> !space.isOfElements())
                    .ifPresent(space -> add(state.name(), new Previous(state), space));
        }
        for (Demand demand : demands) {
            Input input = demand.input();
            Space.of(input.shape(), input.view())
                    .filter(space -> !space.isOfElements())
                    .ifPresent(space -> add(input.name(), new InputRead(input), space));
        }
    }

    /** Adds one, under the expression that reads it. */
    Buffer add(String name, Expr read, Space space) {
        Buffer buffer = new Buffer(all.size(), name, read, space);
        all.add(buffer);
        byRead.put(read, buffer);
        return buffer;
    }

    /** Lets a further expression read an array. */
    void alias(Buffer buffer, Expr read) {
        byRead.put(read, buffer.readBy(read));
    }

    Optional<Buffer> find(Expr read) {
        return Optional.ofNullable(byRead.get(read));
    }

    /** All that loops can read; what is double is also read rounded. */
    Map<Expr, Buffer> readable() {
        Map<Expr, Buffer> readable = new HashMap<>(byRead);
        byRead.forEach((read, buffer) -> {
            if (Precision.of(read) == Precision.NUMBER) {
                Expr rounded = new Narrow(read);
                readable.put(rounded, buffer.readBy(rounded));
            }
        });
        return readable;
    }

    /** All, in the order of their numbers. */
    List<Buffer> all() {
        return List.copyOf(all);
    }
}

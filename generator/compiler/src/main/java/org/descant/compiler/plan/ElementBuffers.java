package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Weight;

/** The arrays of elements in the order of the runtime: values, gradients, inputs and states. */
final class ElementBuffers {
    private final EquationSystem system;
    private final Map<Expr, Buffer> buffers = new LinkedHashMap<>();

    ElementBuffers(EquationSystem system, List<Demand> demands) {
        this.system = system;
        add(system.weight().name(), new Weight());
        for (int i = 0; i < Math.max(1, system.evaluations().size()); i++) {
            add(Reduced.gradient(index(i)), new Gradient(index(i)));
        }
        for (Demand demand : demands) {
            if (demand.input().shape().equals(Shape.ELEMENT)) {
                add(demand.input().name(), new InputRead(demand.input()));
            }
        }
        for (State state : system.states()) {
            if (Space.of(state.shape(), state.view()).equals(Optional.of(Space.ELEMENT))) {
                add(state.name(), new Previous(state));
            }
        }
    }

    private int index(int place) {
        return system.evaluations().isEmpty()
                ? place
                : system.evaluations().get(place).index();
    }

    private void add(String name, Expr before) {
        buffers.put(before, new Buffer(buffers.size(), name, before));
    }

    /** All of them, in the order of their numbers. */
    List<Buffer> all() {
        return new ArrayList<>(buffers.values());
    }

    /** Each under the expression that reads what it held before the step. */
    Map<Expr, Buffer> readable() {
        return buffers;
    }

    /** The one that an expression reads. */
    Optional<Buffer> find(Expr before) {
        return Optional.ofNullable(buffers.get(before));
    }

    /** Where w is while a point stands in its place: behind all others. Where no point is written it takes no place, and has the number of the last. */
    Buffer kept() {
        boolean movesValues = system.evaluations().stream()
                .anyMatch(evaluation -> !evaluation.point().equals(new Weight()));
        return new Buffer(
                buffers.size() - (movesValues ? 0 : 1), system.weight().name() + "[t-1]", new Weight());
    }
}

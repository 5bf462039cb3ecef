package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Weight;

/** Makes the loop that leaves some values in buffers, with the equations that these need and no others. */
final class LoopMaker {
    private final LoopEquations equations;
    private final Placement placement;

    LoopMaker(LoopEquations equations, Placement placement) {
        this.equations = equations;
        this.placement = placement;
    }

    Loop loop(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        LoopBuilder loop = new LoopBuilder(readable.buffers(), placement, handOver);
        needed(stores.stream().map(ElementStore::value).toList(), readable.held())
                .forEach(loop::equation);
        stores.forEach(store -> loop.store(store.buffer(), store.value(), store.condition()));
        return loop.build();
    }

    /** A loop of equations and stores that are chosen already. */
    Loop loop(ClearSums.Body body, ReadableBuffers readable, HandOver handOver) {
        LoopBuilder loop = new LoopBuilder(readable.buffers(), placement, handOver);
        body.equations().forEach(loop::equation);
        body.stores()
                .forEach(store ->
                        loop.store(store.buffer(), store.value(), store.when().map(Flag::condition)));
        return loop.build();
    }

    /** Whether to compute some values takes what a buffer held before the step. */
    boolean takes(Collection<Expr> values, Expr before, Map<Expr, Buffer> held) {
        List<Expr> all = new ArrayList<>(values);
        needed(values, held).forEach(equation -> all.add(equation.value()));
        return all.stream().anyMatch(value -> reads(value, before, held));
    }

    /** Whether a value is computed in loops, so that it can be read where it is stored. */
    boolean isReadBack(ElementStore store) {
        return equations.of(store.value()).isPresent() && store.condition().isEmpty();
    }

    /**
     * What buffers hold once some values have been stored: the variables that can be read where they are stored. That of w holds those, too, that what is stored
     * is a copy of; a state may be one that a tensor has no place for, unless its own variable is read.
     */
    Map<Expr, Buffer> readBack(List<ElementStore> stored) {
        Map<Expr, Buffer> back = new HashMap<>();
        for (ElementStore store : stored) {
            if (isReadBack(store)) {
                boolean hasCopies = store.buffer().before() instanceof Weight;
                Expr value = store.value();
                do {
                    back.put(value, store.buffer().readBy(value));
                    value = copied(value).orElse(value);
                } while (hasCopies && !back.containsKey(value));
            }
        }
        return back;
    }

    /** The variable that a variable of loops is nothing but a copy of. */
    private Optional<Expr> copied(Expr value) {
        return equations.of(value).map(Equation::value).filter(expr -> equations
                .of(expr)
                .isPresent());
    }

    private static boolean reads(Expr value, Expr wanted, Map<Expr, Buffer> held) {
        return !endsSearch(value, held)
                && (value.equals(wanted)
                        || Subexpressions.of(value).stream().anyMatch(part -> reads(part, wanted, held)));
    }

    /** The equations that values need, in their order. */
    private List<Equation> needed(Collection<Expr> values, Map<Expr, Buffer> held) {
        return equations.walk(values, expr -> !endsSearch(expr, held));
    }

    /** What is taken from prologues, or is held in a buffer. */
    private static boolean endsSearch(Expr expr, Map<Expr, Buffer> held) {
        return LoopEquations.isHandedOver(expr) || held.containsKey(expr);
    }
}

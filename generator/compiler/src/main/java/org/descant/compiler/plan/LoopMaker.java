package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/** Makes the loop that leaves some values in buffers, with the equations that these need and no others. */
final class LoopMaker {
    private final Map<Variable, Equation> inLoops;
    private final List<Equation> equations;
    private final Placement placement;

    /** @param equations in the order of dependency */
    LoopMaker(Map<Variable, Equation> inLoops, List<Equation> equations, Placement placement) {
        this.inLoops = inLoops;
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

    /** Whether to compute some values takes what a buffer held before the step. */
    boolean takes(Collection<Expr> values, Expr before, Map<Expr, Buffer> held) {
        List<Expr> all = new ArrayList<>(values);
        needed(values, held).forEach(equation -> all.add(equation.value()));
        return all.stream().anyMatch(value -> reads(value, before, held));
    }

    /** Whether a value is computed in loops, so that it can be read where it is stored. */
    boolean isReadBack(ElementStore store) {
        return store.value() instanceof Read read
                && inLoops.containsKey(read.variable())
                && store.condition().isEmpty();
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
        return Optional.of(value)
                .map(expr -> expr instanceof Read read ? inLoops.get(read.variable()) : null)
                .map(Equation::value)
                .filter(expr -> expr instanceof Read read && inLoops.containsKey(read.variable()));
    }

    private static boolean reads(Expr value, Expr wanted, Map<Expr, Buffer> held) {
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (!endsSearch(expr, held)) {
                if (expr.equals(wanted)) {
                    return true;
                }
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        return false;
    }

    /** The equations of loops that values need, in their order. */
    private List<Equation> needed(Collection<Expr> values, Map<Expr, Buffer> held) {
        Set<Variable> found = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (endsSearch(expr, held)) {
                continue;
            }
            if (expr instanceof Read read) {
                Equation equation = inLoops.get(read.variable());
                if (equation != null && found.add(read.variable())) {
                    open.push(equation.value());
                }
            } else {
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        return equations.stream().filter(e -> found.contains(e.target())).toList();
    }

    /** What is taken from prologues, or is held in a buffer. */
    private static boolean endsSearch(Expr expr, Map<Expr, Buffer> held) {
        return held.containsKey(expr) || expr instanceof Narrow || expr instanceof Reduce;
    }
}

package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * What one loop of a sweep could leave in an array of its own for the loops behind it. States cannot always carry it: where each new state is made
 * of the old values of all, no loop can store one before the others have read it, and they would stay one loop, however much that holds.
 */
final class Spills {
    /** More are not tried, because each takes a plan of all loops. */
    private static final int MOST = 8;

    private final Map<Variable, Equation> inLoops;
    private final int sweep;

    /** @param sweep the sweep whose loops could be split */
    Spills(Map<Variable, Equation> inLoops, int sweep) {
        this.inLoops = inLoops;
        this.sweep = sweep;
    }

    /**
     * The values that could be spilled, those first that are next to what is stored; not what is stored itself, which can be read back, and
     * nothing where there is more to split than all parts of which are tried.
     *
     * @param stores what is left in buffers
     */
    List<Read> candidates(List<ElementStore> stores) {
        if (stores.size() > SplitLoops.MOST_SEARCHED) {
            return List.of();
        }
        Set<Read> found = new LinkedHashSet<>();
        Set<Variable> seen = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>();
        stores.forEach(store -> open.add(store.value()));
        while (!open.isEmpty()) {
            Expr expr = open.remove();
            if (expr instanceof Read read) {
                Equation equation = inLoops.get(read.variable());
                if (equation != null && seen.add(read.variable())) {
                    if (isOfElements(read)) {
                        found.add(read);
                    }
                    open.add(equation.value());
                }
            } else if (!(expr instanceof Narrow || expr instanceof Reduce)) {
                open.addAll(Subexpressions.of(expr));
            }
        }
        stores.forEach(store -> found.removeIf(read -> read.equals(store.value())));
        return found.stream().limit(MOST).toList();
    }

    private static boolean isOfElements(Read read) {
        return read.kind() == Kind.NUMBER && read.shape().equals(Shape.ELEMENT);
    }

    /** A value that is spilled to the array of a number. */
    Carry carry(Read read, int number) {
        Equation equation = Objects.requireNonNull(inLoops.get(read.variable()), "no candidate");
        return Carry.of(equation, sweep, number);
    }
}

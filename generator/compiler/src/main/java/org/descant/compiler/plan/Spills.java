package org.descant.compiler.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;

/**
 * What one loop of a sweep could leave in an array of its own for the loops behind it. States cannot always carry it: where each new state is made
 * of the old values of all, no loop can store one before the others have read it, and they would stay one loop, however much that holds.
 */
final class Spills {
    /** More are not tried, because each takes a plan of all loops. */
    private static final int MOST = 8;

    private final LoopEquations equations;
    private final int sweep;

    /** @param sweep the sweep whose loops could be split */
    Spills(LoopEquations equations, int sweep) {
        this.equations = equations;
        this.sweep = sweep;
    }

    /**
     * The values that could be spilled, those first that are next to what is stored; not what is stored itself, which can be read back, and
     * nothing where there is more to split than all parts of which are tried.
     *
     * @param stores what is left in buffers
     * @param carried what sweeps before keep, so that what it is made of is not computed any more, and may not be there
     */
    List<Read> candidates(List<ElementStore> stores, List<Carry> carried) {
        if (stores.size() > SplitLoops.MOST_SEARCHED) {
            return List.of();
        }
        Set<Expr> kept = carried.stream()
                .filter(carry -> carry.sweep() < sweep)
                .map(Carry::value)
                .collect(Collectors.toSet());
        Set<Read> found = new LinkedHashSet<>();
        equations.walk(stores.stream().map(ElementStore::value).toList(), expr -> {
            boolean isComputed = !LoopEquations.isHandedOver(expr) && !kept.contains(expr);
            if (isComputed && equations.isElement(expr)) {
                found.add((Read) expr);
            }
            return isComputed;
        });
        stores.forEach(store -> found.removeIf(read -> read.equals(store.value())));
        return found.stream().limit(MOST).toList();
    }

    /** A value that is spilled to the array of a number. */
    Carry carry(Read read, int number) {
        return Carry.of(equations.of(read).orElseThrow(), sweep, number);
    }
}

package org.descant.compiler.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;

/**
 * What one sweep computes of an element and the last one needs again: it could be kept instead. Only where nothing but its own tensor is waited
 * for between the two: the runtime takes both sweeps on one tensor before it begins the next. One array serves all arrays of values then, as long as
 * the longest of them; and where tensors have arrays of their own it is mostly in the cache.
 */
final class Keeps {
    /** More are not tried, because each takes a plan of all loops. */
    private static final int MOST = 8;

    private final LoopEquations equations;
    private final Stages stages;
    private final List<Reduced> reductions;
    private final Barriers barriers;
    private final int last;

    /** @param last the number of the last sweep that passes over the elements */
    Keeps(LoopEquations equations, Stages stages, List<Reduced> reductions, Barriers barriers, int last) {
        this.equations = equations;
        this.stages = stages;
        this.reductions = List.copyOf(reductions);
        this.barriers = barriers;
        this.last = last;
    }

    /**
     * The values that could be kept: those that the sweep before the last could hand over, and that are
     * not stored anyway; of many those that are next to what is stored.
     *
     * @param stores what is left in buffers
     */
    List<Read> candidates(List<ElementStore> stores) {
        Set<Read> found = new LinkedHashSet<>();
        equations.walk(stores.stream().map(ElementStore::value).toList(), expr -> {
            boolean isCandidate = isOfEarlierSweep(expr);
            if (isCandidate) {
                found.add((Read) expr);
            }
            return !isCandidate && !LoopEquations.isHandedOver(expr);
        });
        stores.forEach(store -> found.removeIf(read -> read.equals(store.value())));
        found.removeIf(read -> sweep(read).isEmpty());
        return found.stream().limit(MOST).toList();
    }

    private boolean isOfEarlierSweep(Expr expr) {
        return equations.isElement(expr) && stages.of(expr) < last;
    }

    /** A value that is kept in the array of a number. */
    Carry carry(Read read, int number) {
        return Carry.of(equations.of(read).orElseThrow(), sweep(read).orElseThrow(), number);
    }

    /** The first sweep that passes over the elements and can compute a value, if the last one follows it tensor by tensor. */
    private OptionalInt sweep(Read read) {
        for (int sweep = stages.of(read); sweep < last; sweep++) {
            int number = sweep;
            boolean passes = reductions.stream()
                    .anyMatch(each -> each.isOver(Space.ELEMENT)
                            && stages.of(each.reduce().argument()) == number);
            if (passes) {
                return barriers.followPerTensor(sweep, last) ? OptionalInt.of(sweep) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}

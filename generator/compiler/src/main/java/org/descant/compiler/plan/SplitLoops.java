package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Variable;

/**
 * Makes several loops of one that would hold too much to become vector code. They run one after the other on each block, which the
 * cache holds meanwhile. A later one reads back what an earlier one has stored, and computes again what none has.
 */
final class SplitLoops {
    /** Loops of more stores are left whole: the look at the lightest value next grows with the cube of their number. */
    private static final int MOST_STORES = 20;

    /** Of so many stores all parts in all orders are tried: as many as three to the power of their number. */
    static final int MOST_SEARCHED = 6;

    private final LoopMaker maker;
    private final LoopBudget budget;
    private final StoreOrder order;

    SplitLoops(LoopMaker maker, LoopBudget budget) {
        this.maker = maker;
        this.budget = budget;
        this.order = new StoreOrder(maker);
    }

    /** One loop that leaves some values in buffers, as they are written, which moves what any form of it would; none where there are none. */
    List<Loop> unsplit(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        return stores.isEmpty() ? List.of() : List.of(maker.loop(stores, readable, handOver));
    }

    /** The loops that leave some values in buffers: one, if it may hold as much, and otherwise the best. */
    List<Loop> loops(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        if (stores.isEmpty()) {
            return List.of();
        }
        boolean isAlone = stores.size() == 1 || stores.size() > MOST_STORES;
        Loop draft = maker.loop(stores, readable, new HandOver());
        Optional<ClearSums.Body> clear = clear(draft, readable);
        if (isAlone || clear.isPresent() || budget.allows(draft)) {
            return List.of(loop(clear, stores, readable, handOver));
        }
        List<List<ElementStore>> parts = stores.size() > MOST_SEARCHED
                ? new LightestParts(maker, budget, order).of(stores, readable)
                : new BestParts(maker, budget, order).of(stores, readable);
        List<Loop> loops = new ArrayList<>();
        Map<Variable, Equation> written = new HashMap<>();
        ReadableBuffers now = readable;
        for (List<ElementStore> part : parts) {
            Loop loop = maker.loop(body(part, now, written), now, handOver);
            loop.equations().forEach(equation -> written.putIfAbsent(equation.target(), equation));
            loops.add(loop);
            now = order.after(part, now);
        }
        return loops;
    }

    /** A loop as it will be run. */
    private Loop loop(
            Optional<ClearSums.Body> clear, List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        return clear.map(body -> maker.loop(body, readable, handOver))
                .orElseGet(() -> maker.loop(stores, readable, handOver));
    }

    /**
     * What the loop of a part holds. What an earlier part computes as well is written as it is there, unless that makes scalar code of the loop: a vector form that does all at once takes
     * the same numbers for it then as the parts.
     *
     * @param written what earlier parts compute
     */
    private ClearSums.Body body(List<ElementStore> part, ReadableBuffers readable, Map<Variable, Equation> written) {
        Loop draft = maker.loop(part, readable, new HandOver());
        ClearSums.Body own = clear(draft, readable).orElse(new ClearSums.Body(draft.equations(), draft.stores()));
        ClearSums.Body same = new ClearSums.Body(
                own.equations().stream()
                        .map(equation -> written.getOrDefault(equation.target(), equation))
                        .toList(),
                own.stores());
        return isAllowed(same, readable) || !isAllowed(own, readable) ? same : own;
    }

    private boolean isAllowed(ClearSums.Body body, ReadableBuffers readable) {
        return budget.allows(maker.loop(body, readable, new HandOver()));
    }

    /** The form of a loop that is clearest to C2, unless it is too heavy for vectors anyway or would become so. */
    private Optional<ClearSums.Body> clear(Loop draft, ReadableBuffers readable) {
        return budget.couldAllow(draft)
                ? ClearSums.of(draft).filter(body -> isAllowed(body, readable))
                : Optional.empty();
    }
}

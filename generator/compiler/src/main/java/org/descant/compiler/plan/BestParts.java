package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks at all ways to make loops of few stores, in all orders, and finds the best; of one set of stores only, since what it has seen of some it remembers. */
final class BestParts {
    private final LoopMaker maker;
    private final LoopBudget budget;
    private final StoreOrder order;
    private final Map<List<ElementStore>, Parts> known = new HashMap<>();

    BestParts(LoopMaker maker, LoopBudget budget, StoreOrder order) {
        this.maker = maker;
        this.budget = budget;
        this.order = order;
    }

    /**
     * Stores in the order of their loops.
     *
     * @param excess by how much the loops hold more than they may
     * @param weight how much they hold, each for itself: what an array costs, it costs in every loop that reads it
     * @param heaviest how much the heaviest of them holds
     */
    private record Parts(List<List<ElementStore>> stores, int excess, int weight, int heaviest) {
        static final Parts NONE = new Parts(List.of(), 0, 0, 0);
        static final Comparator<Parts> BY_COST = Comparator.comparingInt(Parts::excess)
                .thenComparingInt(parts -> parts.stores().size())
                .thenComparingInt(Parts::weight)
                .thenComparingInt(Parts::heaviest);

        /** These parts after a first one. */
        Parts behind(List<ElementStore> first, int firstExcess, int firstWeight) {
            List<List<ElementStore>> all = new ArrayList<>(List.of(first));
            all.addAll(stores);
            return new Parts(all, firstExcess + excess, firstWeight + weight, Math.max(firstWeight, heaviest));
        }
    }

    /** The parts with the least excess, of these the fewest, of these the lightest, and among equals the most even; in the order of their loops. */
    List<List<ElementStore>> of(List<ElementStore> stores, ReadableBuffers readable) {
        return best(stores, readable).stores();
    }

    private Parts best(List<ElementStore> open, ReadableBuffers readable) {
        if (open.isEmpty()) {
            return Parts.NONE;
        }
        Parts best = known.get(open);
        if (best == null) {
            for (int chosen = 1; chosen < 1 << open.size(); chosen++) {
                List<ElementStore> first = chosen(open, chosen);
                if (order.isFirst(first, open, readable)) {
                    Parts parts = startingWith(first, open, readable);
                    best = best == null || Parts.BY_COST.compare(parts, best) < 0 ? parts : best;
                }
            }
            known.put(open, Objects.requireNonNull(best));
        }
        return best;
    }

    private Parts startingWith(List<ElementStore> first, List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> rest = new ArrayList<>(open);
        rest.removeAll(first);
        Loop loop = maker.loop(first, readable, new HandOver());
        return best(rest, order.after(first, readable)).behind(first, budget.excess(loop), LoopBudget.weight(loop));
    }

    /** The stores whose bits are set. */
    private static List<ElementStore> chosen(List<ElementStore> stores, int bits) {
        List<ElementStore> chosen = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            if ((bits & 1 << i) != 0) {
                chosen.add(stores.get(i));
            }
        }
        return chosen;
    }
}

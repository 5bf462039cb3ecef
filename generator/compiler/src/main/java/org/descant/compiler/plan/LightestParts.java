package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;

/** Makes loops of stores by a look at the lightest next: not the best ones, but soon found of many. */
final class LightestParts {
    private final LoopMaker maker;
    private final LoopBudget budget;
    private final StoreOrder order;

    LightestParts(LoopMaker maker, LoopBudget budget, StoreOrder order) {
        this.maker = maker;
        this.budget = budget;
        this.order = order;
    }

    /** Parts in the order of their loops. */
    List<List<ElementStore>> of(List<ElementStore> stores, ReadableBuffers readable) {
        List<List<ElementStore>> parts = new ArrayList<>();
        List<ElementStore> open = new ArrayList<>(stores);
        ReadableBuffers now = readable;
        while (!open.isEmpty()) {
            List<ElementStore> next = next(open, now);
            parts.add(next);
            now = order.after(next, now);
            open.removeAll(next);
        }
        return parts;
    }

    /** The stores of the next loop: the lightest, and with it as many as there is room for. */
    private List<ElementStore> next(List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> next = List.of();
        while (next.size() < open.size()) {
            List<ElementStore> wider = widened(next, open, readable);
            if (!next.isEmpty() && !budget.allows(maker.loop(wider, readable, new HandOver()))) {
                break;
            }
            next = wider;
        }
        return next;
    }

    /** The stores with the one more that adds least, and with all that must be made in the same loop as that. */
    private List<ElementStore> widened(List<ElementStore> next, List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> lightest = open;
        int least = Integer.MAX_VALUE;
        for (ElementStore store : open) {
            if (!next.contains(store)) {
                List<ElementStore> wider = new ArrayList<>(next);
                wider.add(store);
                order.addBound(wider, open, readable);
                int weight = weight(wider, readable);
                if (weight < least) {
                    lightest = wider;
                    least = weight;
                }
            }
        }
        return lightest;
    }

    private int weight(List<ElementStore> stores, ReadableBuffers readable) {
        return LoopBudget.weight(maker.loop(stores, readable, new HandOver()));
    }
}

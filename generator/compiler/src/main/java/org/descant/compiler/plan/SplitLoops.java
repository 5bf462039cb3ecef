package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes several loops of one that would hold too much to become vector code. They run one after the other on each block, which the
 * cache holds meanwhile. A later one reads back what an earlier one has stored, and computes again what none has; so no
 * memory is needed that the rule does not have anyway.
 */
final class SplitLoops {
    /** Loops of more stores are left whole: the search for the best parts grows with the cube of their number. */
    private static final int MOST_STORES = 20;

    private final LoopMaker maker;
    private final LoopBudget budget;

    SplitLoops(LoopMaker maker, LoopBudget budget) {
        this.maker = maker;
        this.budget = budget;
    }

    /** One loop that leaves some values in buffers; none where there are none. */
    List<Loop> unsplit(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        return stores.isEmpty() ? List.of() : List.of(maker.loop(stores, readable, handOver));
    }

    /** The loops that leave some values in buffers, the least number that a look at the lightest value next finds. */
    List<Loop> loops(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        if (stores.isEmpty()) {
            return List.of();
        }
        Loop whole = maker.loop(stores, readable, handOver);
        if (stores.size() == 1 || stores.size() > MOST_STORES || budget.allows(whole)) {
            return List.of(whole);
        }
        List<Loop> loops = new ArrayList<>();
        List<ElementStore> open = new ArrayList<>(stores);
        ReadableBuffers now = readable;
        while (!open.isEmpty()) {
            List<ElementStore> next = next(open, now);
            loops.add(maker.loop(next, now, handOver));
            now = after(next, now);
            open.removeAll(next);
        }
        return loops;
    }

    /** The stores of the next loop: the lightest, and with it as many as there is room for. */
    private List<ElementStore> next(List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> next = List.of();
        while (next.size() < open.size()) {
            List<ElementStore> wider = widened(next, open, readable);
            if (!next.isEmpty() && weight(wider, readable) > budget.limit()) {
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
                addBound(wider, open, readable);
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

    /** Adds the stores that could not be made after these, because they take what these overwrite. */
    private void addBound(List<ElementStore> next, List<ElementStore> open, ReadableBuffers readable) {
        boolean changed = true;
        while (changed) {
            ReadableBuffers after = after(next, readable);
            List<ElementStore> written =
                    next.stream().filter(readable::isOverwrittenBy).toList();
            changed = next.addAll(open.stream()
                    .filter(store -> !next.contains(store))
                    .filter(store -> written.stream()
                            .anyMatch(other -> maker.takes(
                                    List.of(store.value()), other.buffer().before(), after.held())))
                    .toList());
        }
    }

    private ReadableBuffers after(List<ElementStore> stored, ReadableBuffers readable) {
        return readable.after(stored.stream().filter(maker::isReadBack).toList());
    }
}

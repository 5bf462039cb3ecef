package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes several loops of one that would hold too much to become vector code. They run one after the other on each block, which the
 * cache holds meanwhile. A later one reads back what an earlier one has stored, and computes again what none has; so no
 * memory is needed that the rule does not have anyway.
 */
final class SplitLoops {
    /** Loops of more stores are left whole: the look at the lightest value next grows with the cube of their number. */
    private static final int MOST_STORES = 20;

    /** Of so many stores all parts in all orders are tried: as many as three to the power of their number. */
    private static final int MOST_SEARCHED = 6;

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

    /** The loops that leave some values in buffers: one, if it may hold as much, and otherwise the best. */
    List<Loop> loops(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver) {
        if (stores.isEmpty()) {
            return List.of();
        }
        Loop whole = maker.loop(stores, readable, handOver);
        if (stores.size() == 1 || stores.size() > MOST_STORES || budget.allows(whole)) {
            return List.of(whole);
        }
        List<List<ElementStore>> parts = stores.size() > MOST_SEARCHED
                ? lightestNext(stores, readable)
                : best(stores, readable, new HashMap<>()).stores();
        List<Loop> loops = new ArrayList<>();
        ReadableBuffers now = readable;
        for (List<ElementStore> part : parts) {
            loops.add(maker.loop(part, now, handOver));
            now = after(part, now);
        }
        return loops;
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

    /**
     * The parts with the least excess, of these the fewest loops, of these the lightest, and among equals the most even.
     *
     * @param known the best parts of what has been looked at
     */
    private Parts best(List<ElementStore> open, ReadableBuffers readable, Map<List<ElementStore>, Parts> known) {
        if (open.isEmpty()) {
            return Parts.NONE;
        }
        Parts best = known.get(open);
        if (best == null) {
            for (int chosen = 1; chosen < 1 << open.size(); chosen++) {
                List<ElementStore> first = chosen(open, chosen);
                if (isFirst(first, open, readable)) {
                    Parts parts = startingWith(first, open, readable, known);
                    best = best == null || Parts.BY_COST.compare(parts, best) < 0 ? parts : best;
                }
            }
            known.put(open, Objects.requireNonNull(best));
        }
        return best;
    }

    private Parts startingWith(
            List<ElementStore> first,
            List<ElementStore> open,
            ReadableBuffers readable,
            Map<List<ElementStore>, Parts> known) {
        List<ElementStore> rest = new ArrayList<>(open);
        rest.removeAll(first);
        Loop loop = maker.loop(first, readable, new HandOver());
        return best(rest, after(first, readable), known).behind(first, budget.excess(loop), LoopBudget.weight(loop));
    }

    /** Whether all others can be made after some stores. */
    private boolean isFirst(List<ElementStore> first, List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> bound = new ArrayList<>(first);
        addBound(bound, open, readable);
        return bound.size() == first.size();
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

    /** A look at the lightest value next: not the best parts, but soon found. */
    private List<List<ElementStore>> lightestNext(List<ElementStore> stores, ReadableBuffers readable) {
        List<List<ElementStore>> parts = new ArrayList<>();
        List<ElementStore> open = new ArrayList<>(stores);
        ReadableBuffers now = readable;
        while (!open.isEmpty()) {
            List<ElementStore> next = next(open, now);
            parts.add(next);
            now = after(next, now);
            open.removeAll(next);
        }
        return parts;
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
        return readable.after(maker.readBack(stored));
    }
}

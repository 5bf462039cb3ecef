package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Expr;

/** Chooses in which sweep each state is stored, and makes the loops. */
final class ElementLoops {
    private final LoopMaker maker;
    private final SplitLoops splitter;
    private final Access access;
    private final List<FixedStore> fixed;
    private final Stages stages;
    private final List<Reduced> reductions;
    private final int last;

    /** How values that are left in buffers become loops. */
    private interface LoopsOf {
        List<Loop> loops(List<ElementStore> stores, ReadableBuffers readable, HandOver handOver);
    }

    /**
     * @param budget what one loop may hold
     * @param access what buffers hold
     * @param fixed what is stored in sweeps that are given
     * @param last the number of the last sweep that passes over the elements
     */
    ElementLoops(
            LoopMaker maker,
            LoopBudget budget,
            Access access,
            List<FixedStore> fixed,
            Stages stages,
            List<Reduced> reductions,
            int last) {
        this.maker = maker;
        this.splitter = new SplitLoops(maker, budget);
        this.access = access;
        this.fixed = fixed;
        this.stages = stages;
        this.reductions = reductions;
        this.last = last;
    }

    /** The loops that move the fewest values; among equals, those that store last. */
    Passes best(List<ElementStore> stores) {
        Map<ElementStore, Integer> early = new LinkedHashMap<>();
        for (ElementStore store : stores) {
            earlySweep(store).ifPresent(sweep -> early.put(store, sweep));
        }
        if (early.isEmpty()) {
            return withReason(passes(stores, Map.of(), List.of(), splitter::loops));
        }
        int plain = trafficWith(stores, Map.of());
        int traffic = trafficWith(stores, early);
        for (ElementStore store : List.copyOf(early.keySet())) {
            Map<ElementStore, Integer> fewer = new LinkedHashMap<>(early);
            fewer.remove(store);
            int less = trafficWith(stores, fewer);
            if (less <= traffic) {
                early.remove(store);
                traffic = less;
            }
        }
        if (early.isEmpty() || traffic >= plain) {
            return withReason(passes(stores, Map.of(), List.of(), splitter::loops));
        }
        String names =
                early.keySet().stream().map(store -> store.buffer().name()).collect(Collectors.joining(", "));
        String reason = names + " written before the last sweep: " + traffic + " values move and not " + plain;
        return withReason(passes(stores, early, List.of(reason), splitter::loops));
    }

    private static Passes withReason(Passes passes) {
        return passes.passes().stream().anyMatch(Pass::isSplit)
                ? passes.because("several loops where one would hold more than the JVM turns into vector code")
                : passes;
    }

    private int trafficWith(List<ElementStore> stores, Map<ElementStore, Integer> early) {
        return passes(stores, early, List.of(), splitter::unsplit).traffic();
    }

    /**
     * The sweep before the last in which a state can be stored: one that reduces and so reads elements anyway, after which no gradient is
     * asked for, so that nothing can fail any more, and nothing reads what the state was. It is stored as it is computed then, and the
     * variable can be read back.
     */
    private Optional<Integer> earlySweep(ElementStore store) {
        if (!maker.isReadBack(store)) {
            return Optional.empty();
        }
        for (int sweep = Math.max(stages.of(store.value()), stages.firstStored()); sweep < last; sweep++) {
            if (!reducedIn(sweep).isEmpty()) {
                return Optional.of(sweep);
            }
        }
        return Optional.empty();
    }

    private List<Reduced> reducedIn(int sweep) {
        return reductions.stream()
                .filter(each ->
                        each.isOver(Space.ELEMENT) && stages.of(each.reduce().argument()) == sweep)
                .toList();
    }

    /** The loops, if some stores are made early; one that something later forbids is made in the last sweep. */
    private Passes passes(
            List<ElementStore> stores, Map<ElementStore, Integer> early, List<String> reasons, LoopsOf loops) {
        Map<ElementStore, Integer> possible = possible(stores, early);
        HandOver handOver = new HandOver();
        List<Pass> made = new ArrayList<>();
        for (int sweep = 0; sweep <= last; sweep++) {
            Map<Expr, Buffer> held = held(possible, sweep);
            Map<Expr, Buffer> buffers = access.in(sweep);
            buffers.putAll(held);
            ReadableBuffers readable = new ReadableBuffers(buffers, access.mayReadInPlace(sweep), held);
            List<ElementStore> terms = reducedIn(sweep).stream()
                    .map(each -> new ElementStore(
                            each.terms().orElseThrow(), each.reduce().argument(), Optional.empty()))
                    .distinct()
                    .toList();
            made.add(pass(terms, storedIn(sweep, stores, possible), readable, handOver, loops));
        }
        return new Passes(made, handOver, access.carries(), reasons);
    }

    /** Terms that need not be computed as the updates are computed, but can be made of what these leave, come after them. */
    private Pass pass(
            List<ElementStore> terms,
            List<ElementStore> stores,
            ReadableBuffers readable,
            HandOver handOver,
            LoopsOf loops) {
        ReadableBuffers after = readable.after(maker.readBack(stores));
        boolean termsLast = !terms.isEmpty()
                && canFollow(terms, stores, readable, after)
                && weight(terms, after) < weight(terms, readable);
        List<Loop> early = termsLast ? List.of() : loops.loops(terms, readable, handOver);
        List<Loop> updates = loops.loops(stores, readable, handOver);
        return termsLast
                ? new Pass(loops.loops(terms, after, handOver), updates, true)
                : new Pass(early, updates, false);
    }

    private boolean canFollow(
            List<ElementStore> terms, List<ElementStore> stores, ReadableBuffers before, ReadableBuffers after) {
        List<Expr> values = terms.stream().map(ElementStore::value).toList();
        return stores.stream()
                .filter(before::isOverwrittenBy)
                .noneMatch(store -> maker.takes(values, store.buffer().before(), after.held()));
    }

    private int weight(List<ElementStore> stores, ReadableBuffers readable) {
        return LoopBudget.weight(maker.loop(stores, readable, new HandOver()));
    }

    private List<ElementStore> storedIn(int sweep, List<ElementStore> stores, Map<ElementStore, Integer> early) {
        List<ElementStore> stored = new ArrayList<>(stores.stream()
                .filter(store -> early.getOrDefault(store, last) == sweep)
                .toList());
        fixed.stream().filter(each -> each.sweep() == sweep).forEach(each -> stored.add(each.store()));
        return stored;
    }

    /** The early stores after which nothing reads what was overwritten; leaving one out can only make others impossible. */
    private Map<ElementStore, Integer> possible(List<ElementStore> stores, Map<ElementStore, Integer> early) {
        Map<ElementStore, Integer> possible = new LinkedHashMap<>(early);
        boolean changed = true;
        while (changed) {
            changed = possible.keySet().removeIf(store -> isReadLater(store, stores, Map.copyOf(possible)));
        }
        return possible;
    }

    private boolean isReadLater(ElementStore store, List<ElementStore> stores, Map<ElementStore, Integer> early) {
        for (int sweep = early.getOrDefault(store, last) + 1; sweep <= last; sweep++) {
            List<Expr> values = new ArrayList<>();
            reducedIn(sweep).forEach(each -> values.add(each.reduce().argument()));
            storedIn(sweep, stores, early).forEach(later -> values.add(later.value()));
            if (maker.takes(values, store.buffer().before(), held(early, sweep))) {
                return true;
            }
        }
        return false;
    }

    /** What buffers hold that an earlier sweep of the step has stored, under the variables that they are the values of. */
    private Map<Expr, Buffer> held(Map<ElementStore, Integer> early, int sweep) {
        Map<Expr, Buffer> held = new HashMap<>();
        access.carries().stream()
                .filter(carry -> carry.sweep() < sweep)
                .forEach(carry -> held.put(carry.value(), carry.buffer()));
        List<ElementStore> stored = early.entrySet().stream()
                .filter(each -> each.getValue() < sweep)
                .map(Map.Entry::getKey)
                .toList();
        held.putAll(maker.readBack(stored));
        return held;
    }
}

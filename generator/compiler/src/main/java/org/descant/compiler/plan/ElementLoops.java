package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/** Chooses in which sweep each state is stored, and makes the loops. */
final class ElementLoops {
    private final Map<Variable, Equation> inLoops;
    private final List<Equation> equations;
    private final Access access;
    private final List<FixedStore> fixed;
    private final Placement placement;
    private final Stages stages;
    private final List<Reduced> reductions;
    private final int last;

    /**
     * @param access what buffers hold
     * @param fixed what is stored in sweeps that are given
     * @param last the number of the last sweep that passes over the elements
     */
    ElementLoops(
            Map<Variable, Equation> inLoops,
            List<Equation> equations,
            Access access,
            List<FixedStore> fixed,
            Placement placement,
            Stages stages,
            List<Reduced> reductions,
            int last) {
        this.inLoops = inLoops;
        this.equations = equations;
        this.access = access;
        this.fixed = fixed;
        this.placement = placement;
        this.stages = stages;
        this.reductions = reductions;
        this.last = last;
    }

    /** The loops that move the fewest values; among equals, those that store last. */
    Passes best(List<ElementStore> stores) {
        Passes plain = passes(stores, Map.of(), List.of());
        Map<ElementStore, Integer> early = new LinkedHashMap<>();
        for (ElementStore store : stores) {
            earlySweep(store).ifPresent(sweep -> early.put(store, sweep));
        }
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
        if (early.isEmpty() || traffic >= plain.traffic()) {
            return plain;
        }
        String names =
                early.keySet().stream().map(store -> store.buffer().name()).collect(Collectors.joining(", "));
        return passes(
                stores,
                early,
                List.of(names + " written before the last sweep and read back: " + traffic + " values move and not "
                        + plain.traffic()));
    }

    private int trafficWith(List<ElementStore> stores, Map<ElementStore, Integer> early) {
        return passes(stores, early, List.of()).traffic();
    }

    /**
     * The sweep before the last in which a state can be stored: one that reduces and so reads elements anyway, after which no gradient is
     * asked for, so that nothing can fail any more, and nothing reads what the state was. It is stored as it is computed then, and the
     * variable can be read back.
     */
    private Optional<Integer> earlySweep(ElementStore store) {
        if (!(store.value() instanceof Read read)
                || !inLoops.containsKey(read.variable())
                || store.condition().isPresent()) {
            return Optional.empty();
        }
        for (int sweep = Math.max(stages.of(store.value()), stages.lastAsked()); sweep < last; sweep++) {
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
    private Passes passes(List<ElementStore> stores, Map<ElementStore, Integer> early, List<String> reasons) {
        Map<ElementStore, Integer> possible = possible(stores, early);
        HandOver handOver = new HandOver();
        List<List<Loop>> termLoops = new ArrayList<>();
        List<List<Loop>> loops = new ArrayList<>();
        for (int sweep = 0; sweep <= last; sweep++) {
            Map<Expr, Buffer> held = held(possible, sweep);
            Map<Expr, Buffer> readable = access.in(sweep);
            readable.putAll(held);
            List<ElementStore> terms = reducedIn(sweep).stream()
                    .map(each -> new ElementStore(
                            each.terms().orElseThrow(), each.reduce().argument(), Optional.empty()))
                    .toList();
            termLoops.add(loop(terms, held, readable, handOver));
            loops.add(loop(storedIn(sweep, stores, possible), held, readable, handOver));
        }
        return new Passes(termLoops, loops, handOver, access.carries(), reasons);
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
            Map<Expr, Buffer> held = held(early, sweep);
            needed(values, held).forEach(equation -> values.add(equation.value()));
            for (Expr value : values) {
                if (reads(value, store.buffer().before(), held)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean reads(Expr value, Expr wanted, Map<Expr, Buffer> held) {
        if (held.containsKey(value) || value instanceof Narrow || value instanceof Reduce) {
            return false;
        }
        return value.equals(wanted) || Subexpressions.of(value).stream().anyMatch(part -> reads(part, wanted, held));
    }

    /** What buffers hold that an earlier sweep of the step has stored, under the variables that they are the values of. */
    private Map<Expr, Buffer> held(Map<ElementStore, Integer> early, int sweep) {
        Map<Expr, Buffer> held = new HashMap<>();
        access.carries().stream()
                .filter(carry -> carry.sweep() < sweep)
                .forEach(carry -> held.put(carry.value(), carry.buffer()));
        early.forEach((store, stored) -> {
            if (stored < sweep) {
                held.put(
                        store.value(),
                        new Buffer(store.buffer().number(), store.buffer().name(), store.value()));
            }
        });
        return held;
    }

    private List<Loop> loop(
            List<ElementStore> stores, Map<Expr, Buffer> held, Map<Expr, Buffer> readable, HandOver handOver) {
        LoopBuilder loop = new LoopBuilder(readable, placement, handOver);
        needed(stores.stream().map(ElementStore::value).toList(), held).forEach(loop::equation);
        stores.forEach(store -> loop.store(store.buffer(), store.value(), store.condition()));
        return loop.isEmpty() ? List.of() : List.of(loop.build());
    }

    /** The equations of loops that values need, in their order; what is taken from prologues or held in buffers ends the search. */
    private List<Equation> needed(Collection<Expr> values, Map<Expr, Buffer> held) {
        Set<Variable> found = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (held.containsKey(expr) || expr instanceof Narrow || expr instanceof Reduce) {
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
}

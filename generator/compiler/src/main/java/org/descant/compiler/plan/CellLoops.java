package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * The loops over matrices, rows and columns of a course. Each value is computed once, in the first sweep that can, and kept in a cell if
 * another loop reads it. A state is stored there and then if nothing reads what it was any more, and is the cell then; all others are
 * stored when all sweeps are over.
 */
final class CellLoops {
    /** Where an expression is computed. */
    private record Place(Space space, int stage) {}

    private record Reader(Expr value, Place place) {}

    private final Map<Variable, Equation> equations = new LinkedHashMap<>();
    private final Map<Variable, Equation> rounded = new LinkedHashMap<>();
    private final CellBuffers cells;
    private final Placement placement;
    private final Stages stages;
    private final List<Reduced> reductions;
    private final List<Reader> readers = new ArrayList<>();
    private final Map<Place, List<ElementStore>> stores = new HashMap<>();
    private final Map<ElementStore, Place> places = new LinkedHashMap<>();
    private final int end;

    /**
     * @param all the equations of loops, in the order of dependency
     * @param elementStores those of elements
     * @param cellStores those of matrices, rows and columns
     * @param lastPass the last sweep that passes over elements
     * @param last the last stage at which anything is computed
     */
    CellLoops(
            List<Equation> all,
            List<ElementStore> elementStores,
            List<ElementStore> cellStores,
            CellBuffers cells,
            Placement placement,
            Stages stages,
            List<Reduced> reductions,
            int lastPass,
            int last) {
        this.cells = cells;
        this.placement = placement;
        this.stages = stages;
        this.reductions = reductions;
        this.end = last + 1;
        for (Equation equation : all) {
            Optional<Space> space = placement.cellsOf(equation.target());
            if (space.isPresent()) {
                equations.put(equation.target(), equation);
                read(equation.value(), space.get(), stages.of(equation.target()));
            } else {
                read(equation.value(), Space.ELEMENT, lastPass);
                if (equation.target().shape().isNumber()) {
                    rounded.put(equation.target(), equation);
                }
            }
        }
        for (Reduced reduced : reductions) {
            Expr argument = reduced.reduce().argument();
            reduced.over().ifPresent(space -> read(argument, space, stages.of(argument)));
        }
        elementStores.forEach(store -> read(store.value(), Space.ELEMENT, lastPass));
        place(cellStores);
        keepValues();
    }

    private void read(Expr value, Space space, int stage) {
        readers.add(new Reader(value, new Place(space, stage)));
    }

    /** Decides where states are stored. */
    private void place(List<ElementStore> cellStores) {
        for (ElementStore store : cellStores) {
            Space space = store.buffer().space();
            int stage = stages.of(store.value());
            Place own = new Place(
                    space, Math.max(stage, store.condition().map(stages::of).orElse(0)));
            // Whatever is asked of the caller may fail, and then nothing must have changed.
            boolean isFree = own.stage() >= stages.firstStored()
                    && isLast(store.buffer().before(), own)
                    && cellStores.stream()
                            .noneMatch(other -> !other.equals(store)
                                    && reads(other.value(), store.buffer().before()));
            places.put(store, isFree ? own : new Place(space, end));
            if (isFree && store.condition().isEmpty() && store.value() instanceof Read) {
                cells.alias(store.buffer(), store.value());
            }
        }
        places.forEach((store, place) -> {
            stores.computeIfAbsent(place, p -> new ArrayList<>()).add(store);
            read(store.value(), place.space(), place.stage());
        });
    }

    /** Whether what a state was is read in this place, or before it, and nowhere else. */
    private boolean isLast(Expr before, Place place) {
        return readers.stream().filter(reader -> reads(reader.value(), before)).allMatch(reader -> {
            boolean isHere = reader.place().space().equals(place.space())
                    && reader.place().stage() == place.stage();
            return isHere || reader.place().stage() < place.stage();
        });
    }

    private void keepValues() {
        for (Equation equation : equations.values()) {
            Read read = new Read(equation.target());
            Place own = own(equation.target());
            boolean isNeeded =
                    readers.stream().anyMatch(reader -> !reader.place().equals(own) && reads(reader.value(), read));
            if (!isNeeded) {
                continue;
            }
            if (cells.find(read).isEmpty()) {
                Buffer cell = cells.add(Buffer.name(equation), read, own.space());
                stores.computeIfAbsent(own, p -> new ArrayList<>()).add(new ElementStore(cell, read, Optional.empty()));
            }
        }
    }

    private Place own(Variable variable) {
        return new Place(placement.cellsOf(variable).orElseThrow(), stages.of(variable));
    }

    private static boolean reads(Expr value, Expr wanted) {
        if (value.equals(wanted)) {
            return true;
        }
        return !(value instanceof Reduce) && Subexpressions.of(value).stream().anyMatch(part -> reads(part, wanted));
    }

    /** The last sweep that these loops need: at its end all states are stored. */
    int last() {
        return stores.keySet().stream().mapToInt(Place::stage).max().orElse(0);
    }

    /** The loops of a sweep, in their order; terms are computed before the states of their shape are stored. */
    List<Loop> of(int sweep, HandOver handOver) {
        List<Loop> loops = new ArrayList<>();
        List<Space> spaces = new ArrayList<>(Space.cells());
        if (sweep == end) {
            // What a smaller shape was is read by larger ones until the end.
            Collections.reverse(spaces);
        }
        for (Space space : spaces) {
            Place place = new Place(space, sweep);
            loop(place, terms(place), handOver).ifPresent(loops::add);
            loop(place, stores.getOrDefault(place, List.of()), handOver).ifPresent(loops::add);
        }
        return loops;
    }

    private List<ElementStore> terms(Place place) {
        return reductions.stream()
                .filter(each ->
                        each.isOver(place.space()) && stages.of(each.reduce().argument()) == place.stage())
                .map(each -> new ElementStore(
                        each.terms().orElseThrow(), each.reduce().argument(), Optional.empty()))
                .toList();
    }

    private Optional<Loop> loop(Place place, List<ElementStore> stored, HandOver handOver) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        List<Equation> needed = needed(stored.stream().map(ElementStore::value).toList(), place);
        Map<Expr, Buffer> readable = cells.readable();
        needed.forEach(equation -> readable.remove(new Read(equation.target())));
        LoopBuilder loop = new LoopBuilder(place.space(), readable, placement, handOver);
        needed.forEach(loop::equation);
        stored.forEach(store -> loop.store(store.buffer(), store.value(), store.condition()));
        return Optional.of(loop.build());
    }

    /** The equations of this place that values need; what is computed elsewhere is read from its cell. */
    private List<Equation> needed(Collection<Expr> values, Place place) {
        List<Equation> own = new ArrayList<>(rounded.values());
        equations.values().stream()
                .filter(equation -> own(equation.target()).equals(place))
                .forEach(own::add);
        return new LoopEquations(own).walk(values, expr -> !(expr instanceof Reduce));
    }
}

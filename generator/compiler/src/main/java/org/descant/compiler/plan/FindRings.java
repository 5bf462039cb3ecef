package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Update;

/**
 * Finds the states that become what another one was, and so on back to one that becomes something new:
 *
 * <pre>
 * g[t-1] ← g,  g[t-2] ← g[t-1],  g[t-3] ← g[t-2]
 * </pre>
 *
 * <p>They can take turns in the same arrays if all of them are stored alike, stand still on the same steps and are kept for the same
 * tensors. Not touched: numbers, which are copied faster than they are renamed; states that only pass their values round among
 * themselves; what never changes, such as w[0]; and the parameter, whose array is the caller's, so that {@code w[t-2]} is a copy of what was in it.
 */
final class FindRings {
    private final EquationSystem system;
    private final Variants variants;
    private final Map<State, State> older = new HashMap<>();
    private final Map<State, State> newer = new HashMap<>();

    private FindRings(EquationSystem system, Variants variants) {
        this.system = system;
        this.variants = variants;
    }

    /** The rings, each the newest state first. */
    static List<List<State>> in(EquationSystem system, Variants variants) {
        return new FindRings(system, variants).rings();
    }

    private List<List<State>> rings() {
        Map<String, State> declared = new LinkedHashMap<>();
        system.states().forEach(state -> declared.put(state.name(), state));
        Set<State> changing = system.updates().stream()
                .filter(update -> !update.next().equals(new Previous(update.state())))
                .map(Update::state)
                .collect(Collectors.toSet());
        for (Update update : system.updates()) {
            if (update.next() instanceof Previous previous && changing.contains(previous.state())) {
                link(declared.getOrDefault(previous.state().name(), previous.state()), update.state());
            }
        }
        List<List<State>> rings = new ArrayList<>();
        for (State state : system.states()) {
            if (!newer.containsKey(state) && older.containsKey(state)) {
                rings.add(from(state));
            }
        }
        return rings;
    }

    /** Of two states that remember the same one, that which is older goes on. */
    private void link(State before, State after) {
        State known = older.get(before);
        boolean isBetter = known == null || (known.kind() != StateKind.HISTORY && after.kind() == StateKind.HISTORY);
        if (!before.equals(after) && isAlike(before, after) && isBetter) {
            if (known != null) {
                newer.remove(known);
            }
            older.put(before, after);
            newer.put(after, before);
        }
    }

    private boolean isAlike(State before, State after) {
        return Space.of(before.shape(), before.view()).isPresent()
                && before.shape().equals(after.shape())
                && before.view() == after.view()
                && before.storage() == after.storage()
                && before.clock().equals(after.clock())
                && variants.unneeded().stream()
                        .allMatch(way ->
                                way.states().contains(before) == way.states().contains(after));
    }

    private List<State> from(State newest) {
        List<State> ring = new ArrayList<>(List.of(newest));
        State last = newest;
        while (older.containsKey(last)) {
            last = older.getOrDefault(last, last);
            ring.add(last);
        }
        return ring;
    }
}

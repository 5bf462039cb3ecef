package org.descant.compiler.resolve.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.resolve.text.Errors;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;

/**
 * Names whose value depends on their own past without being declared: a cycle of reads on which a past stands, and no state and no parameter
 * that the body which reads that past can see.
 */
public final class Recurrences {
    private final Errors errors;
    private final Draft draft;
    /** What an equation, or the memory of a past, reads of other equations and of pasts. */
    private final Map<String, Set<String>> reads = new LinkedHashMap<>();

    public Recurrences(Draft draft, Errors errors) {
        this.draft = draft;
        this.errors = errors;
    }

    public void report() {
        for (ModelEquation equation : draft.equations().values()) {
            // A state or parameter of the rule itself is seen from everywhere, so no path through it counts.
            if (!"".equals(draft.declaredIn().get(equation.name()))) {
                Set<String> targets = new LinkedHashSet<>(equation.clock().conditions());
                targets.addAll(targets(Reads.of(equation.value())));
                reads.put(equation.name(), targets);
            }
        }
        for (ModelState state : draft.states().values()) {
            if (state.kind() == StateKind.HISTORY) {
                reads.put(state.name(), targets(Reads.of(state.next())));
            }
        }
        dropEnds();
        Set<String> reported = new HashSet<>();
        for (String past : draft.pasts().keySet()) {
            if (reads.containsKey(past) && !reported.contains(past)) {
                List<String> cycle = cycle(past);
                if (!cycle.isEmpty()) {
                    reported.addAll(cycle);
                    report(past, cycle);
                }
            }
        }
    }

    private Set<String> targets(Reads read) {
        Set<String> targets = new LinkedHashSet<>(read.variables());
        read.states().forEach(state -> targets.addAll(ofState(state)));
        for (int evaluation : read.evaluations()) {
            Reads point = Reads.of(draft.evaluations().get(evaluation).point());
            targets.addAll(point.variables());
            point.states().forEach(state -> targets.addAll(ofState(state)));
        }
        return targets;
    }

    /** The memory of a past stands for itself; a state for the equation that defines it, which may have a longer name. */
    private Set<String> ofState(String name) {
        ModelState state = draft.states().get(name);
        return state != null && state.kind() == StateKind.DECLARED
                ? new LinkedHashSet<>(Reads.of(state.next()).variables())
                : Set.of(name);
    }

    /** Leaves what could stand on a cycle: everything else reads nothing that is left. */
    private void dropEnds() {
        Map<String, List<String>> readers = new HashMap<>();
        Deque<String> ends = new ArrayDeque<>();
        reads.forEach((name, targets) -> {
            targets.retainAll(reads.keySet());
            targets.forEach(target ->
                    readers.computeIfAbsent(target, key -> new ArrayList<>()).add(name));
            if (targets.isEmpty()) {
                ends.add(name);
            }
        });
        while (!ends.isEmpty()) {
            String end = ends.remove();
            reads.remove(end);
            for (String reader : readers.getOrDefault(end, List.of())) {
                Set<String> targets = reads.getOrDefault(reader, Set.of());
                if (targets.remove(end) && targets.isEmpty()) {
                    ends.add(reader);
                }
            }
        }
    }

    /** The way from a past back to it, breadth first, so that it is a shortest one; empty if there is none. */
    private List<String> cycle(String past) {
        String reader = draft.pasts().getOrDefault(past, "");
        Map<String, String> from = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(past));
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String next : reads.getOrDefault(name, Set.of())) {
                if (next.equals(past)) {
                    return path(past, name, from);
                }
                if (!isSeen(next, reader) && from.putIfAbsent(next, name) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(String past, String last, Map<String, String> from) {
        List<String> path = new ArrayList<>();
        for (String name = last; !name.equals(past); name = from.getOrDefault(name, past)) {
            path.add(name);
        }
        path.add(past);
        Collections.reverse(path);
        return path;
    }

    /** Whether this is a state or parameter that is declared in the body at that path, or around it. */
    private boolean isSeen(String equation, String path) {
        return Optional.ofNullable(draft.declaredIn().get(equation))
                .map(owner -> path.equals(owner) || path.startsWith(owner + ".") || path.startsWith(owner + "#"))
                .orElse(false);
    }

    private void report(String past, List<String> cycle) {
        List<String> names = new ArrayList<>(cycle.stream()
                .filter(draft.equations()::containsKey)
                .filter(name -> !name.contains("#") && !name.contains("."))
                .toList());
        String name = names.isEmpty() ? past.substring(0, past.length() - "[t-1]".length()) : names.get(0);
        String path = names.size() < 2 ? "" : ": " + Words.cycle(names);
        errors.error(
                place(past, name),
                "'" + name + "' depends on its own past and is not declared" + path,
                "declare it: state " + name + " = 0, and define " + name + "[t] = …");
    }

    /** Where the past is read, or the equation where a part reads it. */
    private Span place(String past, String name) {
        Optional<Span> read = Optional.ofNullable(draft.states().get(past)).map(ModelState::span);
        Optional<Span> equation = Optional.ofNullable(draft.equations().get(name))
                .map(found -> found.origin().span());
        boolean own = "".equals(draft.pasts().get(past));
        return (own ? read : equation.or(() -> read)).orElse(errors.main().span());
    }
}

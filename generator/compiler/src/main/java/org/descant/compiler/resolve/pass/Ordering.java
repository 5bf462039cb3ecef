package org.descant.compiler.resolve.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.resolve.text.Errors;

/**
 * The order of equations by what they read; among those that are free, the order of the text. Gradients are made in the order of their
 * evaluations, so an equation that reads one stands behind what its point and the points before it read; one that reads the loss, behind
 * what the first point reads.
 */
public final class Ordering {
    private final Draft draft;
    private final Errors errors;
    private static final String POINT = "point ";

    private final Map<String, Boolean> done = new HashMap<>();
    private final List<ModelEquation> sorted = new ArrayList<>();

    public Ordering(Draft draft, Errors errors) {
        this.draft = draft;
        this.errors = errors;
    }

    /** The equations, each behind everything that it reads; cycles are reported. */
    public Optional<List<ModelEquation>> sort() {
        boolean acyclic = true;
        for (String name : draft.equations().keySet()) {
            acyclic &= visit(name);
        }
        return acyclic ? Optional.of(sorted) : Optional.empty();
    }

    private record Frame(String name, Iterator<String> reads) {}

    /** Without recursion: chains of equations may be as long as the text. */
    private boolean visit(String root) {
        boolean acyclic = true;
        Deque<Frame> open = new ArrayDeque<>();
        push(root, open);
        while (!open.isEmpty()) {
            Frame frame = open.peek();
            if (!frame.reads().hasNext()) {
                open.pop();
                done.put(frame.name(), true);
                Optional.ofNullable(draft.equations().get(frame.name())).ifPresent(sorted::add);
                continue;
            }
            String next = frame.reads().next();
            if (!done.containsKey(next)) {
                push(next, open);
            } else if (!done.getOrDefault(next, false)) {
                report(next, open);
                acyclic = false;
            }
        }
        return acyclic;
    }

    private void push(String name, Deque<Frame> open) {
        if (done.containsKey(name)) {
            return;
        }
        done.put(name, false);
        open.push(new Frame(name, dependencies(name).iterator()));
    }

    private Set<String> dependencies(String name) {
        if (name.startsWith(POINT)) {
            return pointDependencies(Integer.parseInt(name.substring(POINT.length())));
        }
        Set<String> names = new LinkedHashSet<>();
        ModelEquation equation = draft.equations().get(name);
        if (equation == null) {
            return names;
        }
        names.addAll(equation.clock().conditions());
        Reads reads = Reads.of(equation.value());
        names.addAll(reads.variables());
        reads.evaluations().forEach(evaluation -> names.add(POINT + evaluation));
        if (!reads.losses().isEmpty()) {
            names.add(POINT + 0);
        }
        return names;
    }

    private Set<String> pointDependencies(int evaluation) {
        Set<String> names = new LinkedHashSet<>();
        if (evaluation >= draft.evaluations().size()) {
            return names;
        }
        if (evaluation > 0) {
            names.add(POINT + (evaluation - 1));
        }
        names.addAll(draft.evaluations().get(evaluation).clock().conditions());
        names.addAll(Reads.of(draft.evaluations().get(evaluation).point()).variables());
        return names;
    }

    private void report(String start, Deque<Frame> open) {
        List<String> path = new ArrayList<>();
        for (Frame frame : open) {
            if (!frame.name().startsWith(POINT)) {
                path.add(0, frame.name());
            }
            if (frame.name().equals(start)) {
                break;
            }
        }
        new Cycle(draft, errors, path).report();
    }
}

package org.descant.compiler.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.Span;

/** The ways from places inside defs, schedules and rules out to where the author applied them. */
public final class CallSites {
    /**
     * Where the author applied what holds a place.
     *
     * @param place in the author's text; more than one application where it cannot be told which of them is meant
     * @param outer what is applied there
     * @param inner what holds the place, applied by the outer one or the same
     */
    public record Site(Span place, ModelCall outer, ModelCall inner) {
        /** An error inside, as it is reported outside. What to write there is told only where it is the author's file too. */
        public Diagnostic report(Span found, String message, Optional<String> suggestion) {
            boolean own = found.source().equals(place.source());
            return new Diagnostic(
                            Severity.ERROR,
                            place,
                            outer.description() + " cannot be applied like this: " + message,
                            suggestion.filter(any -> own))
                    .with(new Diagnostic.Note(found, "in " + inner.description()));
        }
    }

    private final List<ModelCall> calls;

    public CallSites(List<ModelCall> calls) {
        this.calls = List.copyOf(calls);
    }

    /**
     * Where the author applied what holds a place; empty if the author wrote the place itself.
     *
     * @param owner the name of the equation or state to which the place belongs; its path tells applications of one def apart. Empty
     *     where none is known
     */
    public Optional<Site> around(Span place, String owner) {
        List<ModelCall> holding = holding(place, owner);
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        List<ModelCall> outer = holding.stream().map(this::outermost).toList();
        ModelCall first = outer.get(0);
        Span all = outer.stream()
                .map(ModelCall::place)
                .filter(other -> other.source().equals(first.place().source()))
                .reduce(first.place(), Span::to);
        boolean one = outer.stream().allMatch(call -> call.description().equals(first.description()));
        return Optional.of(new Site(all, one ? first : holding.get(0), holding.get(0)));
    }

    private ModelCall outermost(ModelCall inner) {
        List<ModelCall> way = new ArrayList<>(List.of(inner));
        Optional<ModelCall> next = Optional.of(inner);
        while (next.isPresent()) {
            ModelCall last = next.get();
            next = holding(last.place(), last.path()).stream()
                    .filter(call -> !way.contains(call))
                    .findFirst();
            next.ifPresent(way::add);
        }
        return way.get(way.size() - 1);
    }

    /** The innermost application that wrote the place; several where it stands in what more than one returned to the same equation. */
    private List<ModelCall> holding(Span place, String name) {
        List<ModelCall> holding =
                calls.stream().filter(call -> holds(call.declaration(), place)).toList();
        Optional<ModelCall> certain = holding.stream()
                .filter(call -> name.isEmpty() || leads(call.path(), name))
                .max(Comparator.comparingInt(call -> call.path().length()));
        return certain.map(List::of).orElseGet(() -> holding.stream()
                .filter(call -> leads(name, call.path()))
                .toList());
    }

    private static boolean leads(String path, String name) {
        return name.equals(path)
                || (name.startsWith(path) && (name.charAt(path.length()) == '.' || name.charAt(path.length()) == '#'));
    }

    private static boolean holds(Span whole, Span part) {
        return whole.source().equals(part.source()) && part.start() >= whole.start() && part.end() <= whole.end();
    }
}

package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.compiler.resolve.pass.Draft;
import org.descant.grammar.source.Span;

/** The memory that nobody declared: pasts as shift registers, w[0], held values. Each is named as it is written. */
final class Memory {
    /** Further back lies a mistake, not a rule. */
    static final int PAST_LIMIT = 1000;

    private final Draft draft;

    Memory(Draft draft) {
        this.draft = draft;
    }

    /** {@code x[t-n]} of a value that is 0 before the first step. */
    Term history(Scope scope, String name, Term now, Term start, Storage storage, int steps, Span at) {
        String stem = scope.variable(name);
        draft.pasts().putIfAbsent(stem + "[t-1]", scope.path());
        return register(scope, stem, now, start, storage, 1, steps, at);
    }

    /** {@code m[t-n]}, n from 2, of a state: what it was at its start, before the first step. */
    Term longerHistory(Scope scope, String name, String state, Term previous, Storage storage, int steps, Span at) {
        Term start =
                draft.states().containsKey(state) ? draft.states().get(state).start() : new PreviousTerm(state, at);
        return register(scope, scope.variable(name), previous, start, storage, 2, steps, at);
    }

    /** {@code w[t-n]}, n from 2: w[0] before the first step. */
    Term weightHistory(Scope scope, String name, Term given, int steps, Span at) {
        Term start = first(scope, name, given, at);
        return register(scope, scope.variable(name), given, start, Storage.NATIVE, 2, steps, at);
    }

    private Term register(
            Scope scope, String name, Term newest, Term start, Storage storage, int first, int steps, Span at) {
        Term next = newest;
        for (int back = first; back <= steps; back++) {
            String cell = name + "[t-" + back + "]";
            if (!draft.states().containsKey(cell)) {
                draft.add(new ModelState(
                        cell,
                        StateKind.HISTORY,
                        Optional.empty(),
                        scope.view(),
                        storage,
                        start,
                        next,
                        scope.clock(),
                        at));
            }
            next = new PreviousTerm(cell, at);
        }
        return next;
    }

    /** {@code w[0]}: one copy for the parameter itself, whoever reads it. */
    Term origin(Scope scope, String name, Term given, Span at) {
        Term start = first(scope, name, given, at);
        String cell = (start instanceof WeightTerm ? draft.weight() : scope.variable(name)) + "[0]";
        if (!draft.states().containsKey(cell)) {
            draft.add(new ModelState(
                    cell,
                    StateKind.ORIGIN,
                    Optional.empty(),
                    start instanceof WeightTerm ? View.FIRST : scope.view(),
                    Storage.NATIVE,
                    start,
                    new PreviousTerm(cell, at),
                    scope.clock(),
                    at));
        }
        return new PreviousTerm(cell, at);
    }

    /** {@code w[0]} in a start: the first value of the parameter, or the point at which an applied rule is first active. */
    Term first(Scope scope, String name, Term given, Span at) {
        return given instanceof WeightTerm && scope.clock().isBase()
                ? new WeightTerm(at)
                : draft.origin(scope.variable(name), given, at);
    }
}

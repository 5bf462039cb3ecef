package org.descant.compiler.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.TimeIndex;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Name;

/** A def, schedule or rule applied at one place: its equations, under names of their own. */
abstract sealed class Application permits PartApplication, RuleApplication {
    final Resolution run;
    final Scope caller;
    final Scope inner;
    final Optional<Condition> condition;
    private final ModelCall place;

    Application(Resolution run, ModelCall place, Scope caller, Scope inner, Optional<Condition> condition) {
        this.run = run;
        this.place = place;
        this.caller = caller;
        this.inner = inner;
        this.condition = condition;
    }

    /** Writes its equations out; the result is its value on the caller's clock. */
    final Term apply(Translator translator) {
        run.begin(place);
        Term result = write(translator);
        run.end();
        return result;
    }

    abstract Term write(Translator translator);

    /** Whether it remembers anything, so that its name counts. */
    abstract boolean isStateful();

    /** What it names inside, where nothing else keeps a part of the same equation from doing so too. */
    abstract List<String> names();

    /** What messages call it: {@code the def 'ema'}. */
    abstract String description();

    Scope inner() {
        return inner;
    }

    /** A name inside, read from outside. */
    Term read(List<Name> path, Optional<TimeIndex> index, Span at) {
        Name name = path.get(0);
        Symbol symbol = inner.values().get(name.text());
        if (symbol == null || symbol instanceof ValueSymbol) {
            List<String> known = inner.values().entrySet().stream()
                    .filter(entry -> !(entry.getValue() instanceof ValueSymbol))
                    .map(Map.Entry::getKey)
                    .toList();
            String message = "there is no equation '" + name.text() + "' in " + description();
            Optional<String> question = Words.question(name.text(), known);
            return question.isPresent()
                    ? run.error(name.span(), message, question.get())
                    : run.error(name.span(), message);
        }
        if (path.size() > 1) {
            Optional<Application> further = symbol.application();
            if (further.isEmpty()) {
                return run.error(name.span(), "there are no names inside '" + name.text() + "'");
            }
            return held(
                    name.text() + "." + path.get(1).text(),
                    further.get().read(path.subList(1, path.size()), index, at),
                    at);
        }
        if (index.isEmpty() && symbol instanceof StateSymbol) {
            String read = at.text();
            return run.error(
                    at,
                    "'" + name.text() + "' is a state and is read with its time",
                    "did you mean " + read + "[t] (this step) or " + read + "[t-1] (the step before)?");
        }
        if (index.isEmpty()) {
            return held(heldName(name.text(), symbol), symbol.bare(at), at);
        }
        if (condition.isEmpty()) {
            return Reader.at(run, symbol, name.text(), index.get(), at);
        }
        return readSuspended(symbol, name.text(), index.get(), at);
    }

    /** On the caller's clock a past counts the caller's steps, and a state stands still while the application does. */
    private Term readSuspended(Symbol symbol, String name, TimeIndex index, Span at) {
        boolean previousState =
                symbol instanceof StateSymbol && index instanceof TimeIndex.Past past && past.steps() == 1;
        if (previousState) {
            return symbol.past(1, at);
        }
        if (index instanceof TimeIndex.Past past) {
            Term now = held(heldName(name, symbol), symbol.now(at), at);
            return run.memory.history(
                    caller,
                    inner.path() + "." + name + "#held",
                    now,
                    new NumberTerm(0, at),
                    Storage.NATIVE,
                    past.steps(),
                    at);
        }
        Term now = Reader.at(run, symbol, name, index, at);
        return symbol instanceof StateSymbol state && state.storage() == Storage.NATIVE
                ? choose(now, new PreviousTerm(state.state(), at), at)
                : held(heldName(name, symbol), now, at);
    }

    /** An equation that lends its name to a state leaves none for its own last value. */
    private String heldName(String name, Symbol symbol) {
        boolean lends = symbol instanceof EquationSymbol equation
                && StateCount.of(equation.equation().value(), inner.file(), run.counts)
                        .isStateful();
        return lends ? name + "#held" : name;
    }

    /** The value on active steps, and the last such value on the others. */
    Term held(String name, Term value, Span at) {
        if (condition.isEmpty()) {
            return value;
        }
        Optional<ModelState> same = run.draft.states().values().stream()
                .filter(state -> isHeldBy(state, value))
                .findFirst();
        if (same.isPresent()) {
            return choose(value, new PreviousTerm(same.get().name(), at), at);
        }
        String cell = name.isEmpty() ? inner.path() : inner.path() + "." + name;
        if (!run.draft.states().containsKey(cell)) {
            run.draft.add(new ModelState(
                    cell,
                    StateKind.HELD,
                    Optional.empty(),
                    inner.view(),
                    Storage.NATIVE,
                    new NumberTerm(0, at),
                    value,
                    inner.clock(),
                    at));
        }
        return choose(value, new PreviousTerm(cell, at), at);
    }

    /** Whether a declared state is the last value of an equation already, 0 before the first. */
    private boolean isHeldBy(ModelState state, Term value) {
        return state.kind() == StateKind.DECLARED
                && state.storage() == Storage.NATIVE
                && state.clock().equals(inner.clock())
                && state.start() instanceof NumberTerm start
                && start.value() == 0
                && state.next() instanceof VariableTerm next
                && value instanceof VariableTerm read
                && next.name().equals(read.name());
    }

    Term choose(Term active, Term suspended, Span at) {
        return new ApplyTerm(Operator.CHOOSE, List.of(condition.orElseThrow().read(at), active, suspended), at);
    }
}

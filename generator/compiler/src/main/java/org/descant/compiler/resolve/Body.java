package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.ShiftTime;
import org.descant.compiler.resolve.text.TimeIndex;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.StateDeclaration;

/** The states and equations of a def, a schedule or a rule, written out in one scope. */
final class Body {
    private final Resolution run;
    private final Scope scope;
    private final List<BodyItem> items;
    private final List<EquationSymbol> equations = new ArrayList<>();
    private final IdentityHashMap<Equation, Boolean> outputs = new IdentityHashMap<>();

    Body(Resolution run, Scope scope, List<BodyItem> items) {
        this.run = run;
        this.scope = scope;
        this.items = items;
    }

    /** Makes the names known; nothing is written yet. */
    void declare() {
        for (BodyItem item : items) {
            if (item instanceof StateDeclaration state) {
                declare(state);
            } else if (scope.kind() != ScopeKind.RULE) {
                declareMisplaced(item);
            }
        }
        // An equation for t+1 is reported where left sides are checked; here it is read as it is meant.
        Map<String, Integer> late = ShiftTime.late(items);
        for (BodyItem item : items) {
            if (item instanceof Equation equation) {
                declare(ShiftTime.earlier(equation, late));
            } else if (item instanceof OutputDeclaration output
                    && output.value().isPresent()) {
                Equation equation = new Equation(
                        output.doc(),
                        output.name(),
                        Optional.empty(),
                        output.value().get(),
                        Optional.empty(),
                        output.span());
                outputs.put(equation, true);
                declare(equation);
            }
        }
    }

    /** What does not belong in a def is reported once, not where it is read again. */
    private void declareMisplaced(BodyItem item) {
        Optional<Name> name = item instanceof HyperDeclaration hyper
                ? Optional.of(hyper.name())
                : item instanceof OptionDeclaration option
                        ? Optional.of(option.name())
                        : item instanceof InputDeclaration input ? Optional.of(input.name()) : Optional.empty();
        name.ifPresent(n -> scope.values()
                .putIfAbsent(
                        n.text(),
                        new ValueSymbol(
                                run, scope, ValueKind.PARAMETER, n.text(), new NumberTerm(0, n.span()), n.span())));
    }

    private void declare(StateDeclaration state) {
        String name = state.name().text();
        String stateName = scope.lent().map(Lent::state).orElse(scope.variable(name));
        String variable = scope.lent().flatMap(Lent::variable).orElse(scope.variable(name));
        scope.values().putIfAbsent(name, new StateSymbol(run, scope, state, stateName, variable));
    }

    private void declare(Equation equation) {
        String name = equation.name().text();
        Symbol symbol = scope.values().get(name);
        if (symbol instanceof StateSymbol state) {
            EquationSymbol defined = new EquationSymbol(run, scope, equation, state.variable(), false);
            if (state.equation().isEmpty()) {
                state.define(defined);
                equations.add(defined);
            }
        } else if (symbol instanceof WeightSymbol weight) {
            EquationSymbol defined = new EquationSymbol(run, scope, equation, scope.variable(name), false);
            if (weight.equation().isEmpty()) {
                weight.define(defined);
                equations.add(defined);
            }
        } else if (symbol == null) {
            EquationSymbol defined = new EquationSymbol(run, scope, equation, scope.variable(name), true);
            scope.values().put(name, defined);
            equations.add(defined);
        }
    }

    /** Writes states and equations into the draft. */
    void write() {
        for (Symbol symbol : List.copyOf(scope.values().values())) {
            if (symbol instanceof StateSymbol state) {
                write(state);
            }
        }
        equations.forEach(this::write);
    }

    private void write(StateSymbol state) {
        Span at = state.declared();
        Place place = new Place(Place.Kind.START, scope, state.name(), false);
        Term start = new Translator(run, place).translate(state.declaration().start());
        run.draft.add(new ModelState(
                state.state(),
                StateKind.DECLARED,
                state.declaration().per(),
                scope.view(),
                state.storage(),
                start,
                state.equation().isPresent()
                        ? new VariableTerm(state.variable(), at)
                        : new PreviousTerm(state.state(), at),
                scope.clock(),
                at));
    }

    private void write(EquationSymbol symbol) {
        Equation equation = symbol.equation();
        Place place = new Place(Place.Kind.EQUATION, scope, symbol.name(), symbol.isPlain());
        Translator translator = new Translator(run, place);
        symbol.beingWritten(true);
        Optional<Term> state = outputs.containsKey(equation) ? outputState(equation, translator) : Optional.empty();
        Term value = state.orElseGet(() -> new RightSide(run, symbol, translator).write());
        symbol.beingWritten(false);
        if (!symbol.isPlain()) {
            run.draft.declaredIn().put(symbol.variable(), scope.path());
        }
        boolean written =
                value instanceof VariableTerm variable && variable.name().equals(symbol.variable());
        boolean copy = written && run.draft.equations().containsKey(symbol.variable());
        if (!copy) {
            run.draft.add(symbol.variable(), value, scope.clock(), scope.view(), origin(symbol, equation));
        }
    }

    /** A state that is put out under its bare name is meant as it is when the step is over. */
    private Optional<Term> outputState(Equation equation, Translator translator) {
        if (!(equation.value() instanceof Reference reference)) {
            return Optional.empty();
        }
        Optional<Symbol> symbol =
                Optional.ofNullable(scope.values().get(reference.path().get(0).text()));
        for (Name name : reference.path().subList(1, reference.path().size())) {
            symbol = symbol.flatMap(Symbol::application)
                    .flatMap(application ->
                            Optional.ofNullable(application.inner().values().get(name.text())));
        }
        return symbol.filter(StateSymbol.class::isInstance).isPresent()
                ? Optional.of(new Reader(run, translator.place())
                        .read(new Indexed(reference, reference, reference.span()), new TimeIndex.Now()))
                : Optional.empty();
    }

    private Origin origin(EquationSymbol symbol, Equation equation) {
        boolean merged = scope.lent()
                .map(lent -> lent.variable().equals(Optional.of(symbol.variable())))
                .orElse(false);
        return merged
                ? scope.lent().orElseThrow().origin()
                : new Origin(scope.line(run.line(equation)), equation.span());
    }

    /** What is returned. */
    Term result(Span at) {
        for (BodyItem item : items) {
            if (item instanceof Return result) {
                Place place = new Place(Place.Kind.EQUATION, scope, "return", true);
                return new Translator(run, place).translate(result.value());
            }
        }
        return new NumberTerm(0, at);
    }
}

package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.StateDeclaration;

/** A declared state, which is never read without its time. */
final class StateSymbol implements Symbol {
    private final Resolution run;
    private final Scope scope;
    private final StateDeclaration declaration;
    private final String state;
    private final String variable;
    private Optional<EquationSymbol> equation = Optional.empty();
    private boolean used;

    StateSymbol(Resolution run, Scope scope, StateDeclaration declaration, String state, String variable) {
        this.run = run;
        this.scope = scope;
        this.declaration = declaration;
        this.state = state;
        this.variable = variable;
    }

    StateDeclaration declaration() {
        return declaration;
    }

    String name() {
        return declaration.name().text();
    }

    /** The name that checkpoints address it by. */
    String state() {
        return state;
    }

    /** The name of the equation that gives its value at t. */
    String variable() {
        return variable;
    }

    Optional<EquationSymbol> equation() {
        return equation;
    }

    void define(EquationSymbol definition) {
        equation = Optional.of(definition);
    }

    boolean isUsed() {
        return used;
    }

    Storage storage() {
        return declaration.storage().map(Terms::storage).orElse(Storage.NATIVE);
    }

    @Override
    public String description() {
        return "a state";
    }

    @Override
    public Span declared() {
        return declaration.name().span();
    }

    @Override
    public Term bare(Span at) {
        used = true;
        return run.error(
                at,
                "'" + name() + "' is a state and is read with its time",
                "did you mean " + name() + "[t] (this step) or " + name() + "[t-1] (the step before)?");
    }

    @Override
    public Term now(Span at) {
        used |= !isReadByItself();
        return new VariableTerm(variable, at);
    }

    @Override
    public Term past(int steps, Span at) {
        used |= !isReadByItself();
        Term previous = new PreviousTerm(state, at);
        if (steps == 1) {
            return previous;
        }
        // Not under a lent name: that is the equation outside, whose past is another.
        return run.memory.longerHistory(scope, name(), state, previous, storage(), steps, at);
    }

    @Override
    public Term origin(Span at) {
        return run.error(
                at,
                "'" + name() + "[0]' is the start of the state, which is not kept",
                "write the start itself: " + SourceLine.of(declaration.start()));
    }

    @Override
    public void markUsed() {
        used = true;
    }

    @Override
    public Optional<Application> application() {
        return equation.flatMap(EquationSymbol::application);
    }

    private boolean isReadByItself() {
        return equation.map(EquationSymbol::isBeingWritten).orElse(false);
    }
}

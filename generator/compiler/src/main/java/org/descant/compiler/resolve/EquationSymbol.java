package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.Functions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Equation;

/** A name that an equation defines: a plain one, or the value at t of a state or of the parameter. */
final class EquationSymbol implements Symbol {
    private final Resolution run;
    private final Scope scope;
    private final Equation equation;
    private final String variable;
    private final boolean plain;
    private Optional<Application> application = Optional.empty();
    private boolean applicationSought;
    private boolean used;
    private boolean beingWritten;

    EquationSymbol(Resolution run, Scope scope, Equation equation, String variable, boolean plain) {
        this.run = run;
        this.scope = scope;
        this.equation = equation;
        this.variable = variable;
        this.plain = plain;
    }

    Equation equation() {
        return equation;
    }

    String name() {
        return equation.name().text();
    }

    String variable() {
        return variable;
    }

    /** Whether it defines a name of its own, and not the value at t of a state or of the parameter. */
    boolean isPlain() {
        return plain;
    }

    boolean isUsed() {
        return used;
    }

    boolean isBeingWritten() {
        return beingWritten;
    }

    void beingWritten(boolean now) {
        beingWritten = now;
    }

    @Override
    public String description() {
        return "the result of an equation";
    }

    @Override
    public Span declared() {
        return equation.name().span();
    }

    @Override
    public Term bare(Span at) {
        used = true;
        return new VariableTerm(variable, at);
    }

    @Override
    public Term now(Span at) {
        return bare(at);
    }

    @Override
    public Term past(int steps, Span at) {
        used = true;
        if (scope.kind() == ScopeKind.SCHEDULE) {
            return run.error(at, "a schedule has no past: it is a pure function of its parameters");
        }
        Term now = new VariableTerm(variable, at);
        return run.memory.history(scope, name(), now, new NumberTerm(0, at), Storage.NATIVE, steps, at);
    }

    @Override
    public Term origin(Span at) {
        return run.error(
                at,
                "before the first step '" + name() + "' is 0; only the parameter is kept as it was at 0",
                "write 0");
    }

    @Override
    public void markUsed() {
        used = true;
    }

    @Override
    public Optional<Application> application() {
        if (!applicationSought
                && equation.value() instanceof Call call
                && !Functions.isKnown(call.function().text())) {
            applicationSought = true;
            application = run.applications.whole(scope, equation, call, plain);
        }
        return application;
    }
}

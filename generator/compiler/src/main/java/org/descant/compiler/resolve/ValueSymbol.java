package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Span;

/** A hyperparameter, an option, an input, the gradient, a parameter: given, and read bare. */
final class ValueSymbol implements Symbol {
    private final Resolution run;
    private final Scope scope;
    private final ValueKind kind;
    private final String name;
    private final Term value;
    private final Span declared;
    private boolean used;

    ValueSymbol(Resolution run, Scope scope, ValueKind kind, String name, Term value, Span declared) {
        this.run = run;
        this.scope = scope;
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.declared = declared;
    }

    ValueKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    boolean isUsed() {
        return used;
    }

    @Override
    public String description() {
        return kind.description();
    }

    @Override
    public Span declared() {
        return declared;
    }

    @Override
    public Term bare(Span at) {
        used = true;
        return Terms.at(value, at);
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
        return run.memory.history(scope, name, value, new NumberTerm(0, at), Storage.NATIVE, steps, at);
    }

    @Override
    public Term origin(Span at) {
        return run.error(
                at, "before the first step '" + name + "' is 0; only the parameter is kept as it was at 0", "write 0");
    }

    @Override
    public void markUsed() {
        used = true;
    }

    @Override
    public Optional<Application> application() {
        return Optional.empty();
    }
}

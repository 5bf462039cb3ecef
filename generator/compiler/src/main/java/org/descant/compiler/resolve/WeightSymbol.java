package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Name;

/** The parameter of a rule: w[t-1] is the point that is given, w[t] the result. */
final class WeightSymbol implements Symbol {
    private final Resolution run;
    private final Scope scope;
    private final Name name;
    private Term given;
    private Optional<EquationSymbol> equation = Optional.empty();

    WeightSymbol(Resolution run, Scope scope, Name name) {
        this.run = run;
        this.scope = scope;
        this.name = name;
        this.given = new WeightTerm(name.span());
    }

    /** Says what w[t-1] is; until then it is the parameter of the rule that is compiled. */
    void give(Term point) {
        given = point;
    }

    String name() {
        return name.text();
    }

    Optional<EquationSymbol> equation() {
        return equation;
    }

    void define(EquationSymbol definition) {
        equation = Optional.of(definition);
    }

    @Override
    public String description() {
        return "the parameter";
    }

    @Override
    public Span declared() {
        return name.span();
    }

    @Override
    public Term bare(Span at) {
        return run.error(
                at,
                "'" + name() + "' is the value after this step",
                "did you mean " + name() + "[t-1], the value before it?");
    }

    @Override
    public Term now(Span at) {
        return new VariableTerm(scope.variable(name()), at);
    }

    @Override
    public Term past(int steps, Span at) {
        if (steps == 1) {
            return Terms.at(given, at);
        }
        return run.memory.weightHistory(scope, name(), given, steps, at);
    }

    /** {@code w[0]} where a state starts. */
    Term start(Span at) {
        return run.memory.first(scope, name(), given, at);
    }

    @Override
    public Term origin(Span at) {
        return run.memory.origin(scope, name(), given, at);
    }

    @Override
    public void markUsed() {
        // A parameter needs no reader.
    }

    @Override
    public Optional<Application> application() {
        return equation.flatMap(EquationSymbol::application);
    }
}

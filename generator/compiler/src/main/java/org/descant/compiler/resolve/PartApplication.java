package org.descant.compiler.resolve;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.FormalParameter;

/** A def or a schedule, applied. */
final class PartApplication extends Application {
    private final Call call;
    private final Part part;
    private final Body body;

    PartApplication(
            Resolution run,
            ModelCall place,
            Call call,
            Part part,
            Scope caller,
            Scope inner,
            Optional<Condition> condition) {
        super(run, place, caller, inner, condition);
        this.call = call;
        this.part = part;
        this.body = new Body(run, inner, part.body());
        body.declare();
        part.check(run);
    }

    @Override
    boolean isStateful() {
        return StateCount.of(part, run.counts).isStateful();
    }

    @Override
    List<String> names() {
        return part.names();
    }

    @Override
    String description() {
        return part.description();
    }

    @Override
    Term write(Translator translator) {
        Arguments arguments = Arguments.of(run, call, part.parameters(), description());
        boolean clock = part.kind() == ScopeKind.SCHEDULE;
        for (FormalParameter parameter : part.parameters()) {
            Term value = value(parameter, arguments, translator);
            ValueKind kind = clock ? ValueKind.CLOCK : ValueKind.PARAMETER;
            clock = false;
            bind(parameter, kind, value);
        }
        body.write();
        Term result = body.result(part.declaration().name().span());
        if (condition.isEmpty()) {
            return result;
        }
        Term shared = Terms.isAtomic(result) ? result : share(result);
        return held("", shared, call.span());
    }

    private Term share(Term result) {
        String name = inner.path() + "#value";
        run.draft.add(name, result, inner.clock(), inner.view(), new Origin(SourceLine.of(call), call.span()));
        return new VariableTerm(name, call.span());
    }

    private Term value(FormalParameter parameter, Arguments arguments, Translator translator) {
        String name = parameter.name().text();
        Optional<Argument> given = arguments.of(name);
        if (given.isPresent()) {
            Expression written = given.get().value();
            return Shared.in(run, caller, inner.variable(name), translator.translate(written), written);
        }
        if (parameter.defaultValue().isEmpty()) {
            return new NumberTerm(0, call.span());
        }
        // A default sees the parameters before it.
        Expression written = parameter.defaultValue().get();
        Place place = new Place(Place.Kind.EQUATION, inner, name, false);
        return Shared.in(run, inner, inner.variable(name), new Translator(run, place).translate(written), written);
    }

    private void bind(FormalParameter parameter, ValueKind kind, Term value) {
        String name = parameter.name().text();
        inner.values()
                .putIfAbsent(
                        name,
                        new ValueSymbol(
                                run, inner, kind, name, value, parameter.name().span()));
    }
}

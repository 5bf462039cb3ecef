package org.descant.compiler.resolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelOutput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.compiler.resolve.pass.Constants;
import org.descant.compiler.resolve.pass.Draft;
import org.descant.compiler.resolve.pass.FoldChoices;
import org.descant.compiler.resolve.pass.Ordering;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.FormalParameter;

/**
 * Makes of a schedule a rule that leaves the parameter as it is and puts the schedule's value out under the schedule's name: then a
 * schedule runs by itself wherever a rule does. The clock is t - 1, the other parameters are hyperparameters.
 */
final class ScheduleWriter {
    private final Resolution run;
    private final Part part;

    ScheduleWriter(Resolution run, Part part) {
        this.run = run;
        this.part = part;
    }

    Optional<RuleModel> write() {
        String name = part.name();
        Span at = part.declaration().name().span();
        Scope scope =
                Scope.of(ScopeKind.SCHEDULE, part.file(), name, Clock.BASE, View.FIRST, List.of(part.declaration()));
        Body body = new Body(run, scope, part.body());
        body.declare();
        part.check(run);
        boolean clock = true;
        for (FormalParameter parameter : part.parameters()) {
            bind(scope, parameter, clock);
            clock = false;
        }
        body.write();
        Draft draft = run.draft;
        Term value = body.result(at);
        Origin origin = new Origin(line(), at);
        draft.add(name, value, Clock.BASE, View.FIRST, origin);
        draft.nameWeight(name.equals("w") ? "x" : "w");
        draft.add(draft.weight(), new WeightTerm(at), Clock.BASE, View.FIRST, origin);
        draft.add(new ModelState(
                name,
                StateKind.OUTPUT,
                Optional.empty(),
                View.FIRST,
                Storage.NATIVE,
                new NumberTerm(0, at),
                new VariableTerm(name, at),
                Clock.BASE,
                at));
        draft.outputs().add(new ModelOutput(name, name));
        new FoldChoices(draft).fold();
        Optional<List<ModelEquation>> sorted = new Ordering(draft, run).sort();
        return run.failed()
                ? Optional.empty()
                : sorted.map(equations -> draft.model(
                        name, part.declaration().doc().map(Doc::text).orElse(""), equations, origin));
    }

    private void bind(Scope scope, FormalParameter parameter, boolean clock) {
        String name = parameter.name().text();
        Span at = parameter.name().span();
        Term value = clock ? clock(scope, name, at) : settable(scope, parameter);
        ValueKind kind = clock ? ValueKind.CLOCK : ValueKind.PARAMETER;
        scope.values().putIfAbsent(name, new ValueSymbol(run, scope, kind, name, value, at));
    }

    /** The clock as an equation of its own, so that it keeps its name. */
    private Term clock(Scope scope, String name, Span at) {
        Term before = new ApplyTerm(Operator.SUBTRACT, List.of(new StepTerm(at), new NumberTerm(1, at)), at);
        run.draft.add(scope.variable(name), before, Clock.BASE, View.FIRST, new Origin(name + " = t - 1", at));
        return new VariableTerm(scope.variable(name), at);
    }

    /** The schedule as an equation: {@code ramp(k) = base * min(1, k / warmup)}. */
    private String line() {
        String clock = part.parameters().stream()
                .findFirst()
                .map(parameter -> parameter.name().text())
                .orElse("");
        return part.name() + "(" + clock + ") = "
                + part.result().map(result -> SourceLine.of(result.value())).orElse("");
    }

    /** A hyperparameter with the default of the parameter; what depends on other parameters cannot be set. */
    private Term settable(Scope scope, FormalParameter parameter) {
        String name = parameter.name().text();
        Span at = parameter.name().span();
        Term written = parameter
                .defaultValue()
                .map(value -> new Translator(run, new Place(Place.Kind.EQUATION, scope, name, false)).translate(value))
                .orElseGet(() -> new NumberTerm(Double.NaN, at));
        OptionalDouble constant = Constants.number(written);
        if (constant.isEmpty()) {
            return written;
        }
        run.draft.hypers().put(name, new Hyper(name, "", constant.getAsDouble(), Range.ALL, true));
        return new HyperTerm(name, at);
    }
}

package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.resolve.pass.Unresolvable;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.TimeIndex;
import org.descant.compiler.resolve.text.TimeIndices;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.StateDeclaration;

/** Finds out what a call applies, and gives it a path, a clock and names of its own. */
final class Applications {
    /** More parts inside one another than anyone can follow. */
    static final int DEPTH_LIMIT = 100;

    private final Resolution run;

    Applications(Resolution run) {
        this.run = run;
    }

    /** The def, schedule or rule that a call in this scope means; nothing is reported if there is none. */
    Optional<Target> target(Scope scope, Call call) {
        RuleParameterSymbol parameter = scope.rules().get(call.function().text());
        if (parameter != null) {
            return parameter.use().map(spec -> spec);
        }
        if (!(Definitions.find(scope.file(), call.function().text()) instanceof Definitions.Found found)) {
            return Optional.empty();
        }
        Optional<Part> part = Part.of(found.declaration(), found.file());
        return part.isPresent()
                ? part.map(target -> target)
                : run.specs.of(found.declaration(), found.file()).map(target -> target);
    }

    /** The application that is the whole right side of an equation, with its names but not yet written out. */
    Optional<Application> whole(Scope scope, Equation equation, Call call, boolean plain) {
        Optional<Target> target = target(scope, call);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        String path = scope.variable(equation.name().text());
        Optional<Condition> condition = equation.when().map(when -> Condition.of(scope, equation, when));
        Optional<Lent> lent = target.get() instanceof Part part && plain && condition.isEmpty()
                ? lent(
                        scope,
                        path,
                        part,
                        Optional.of(path),
                        new Origin(scope.line(run.line(equation)), equation.span()))
                : Optional.empty();
        return create(scope, call, target.get(), path, condition, lent);
    }

    /** The application in the middle of an equation. */
    Optional<Application> within(Place place, Call call, Target target) {
        Scope scope = place.scope();
        String path = scope.variable(place.equation());
        if (target instanceof Part part && !StateCount.of(part, run.counts).isStateful()) {
            String stem = path + "#" + call.function().text();
            int number = place.count(stem);
            return create(
                    scope, call, target, number == 1 ? stem : stem + "#" + number, Optional.empty(), Optional.empty());
        }
        int number = place.count("");
        if (number == 1 && target instanceof Part part && place.isTaken(part.names())) {
            number = place.count("");
        }
        if (number > 1) {
            path = path + "#" + number;
            run.warn(
                    call.span(),
                    "the memory of this further part in one equation is named '" + place.equation() + "#" + number
                            + "'",
                    "give it an equation of its own, whose name it then has");
        }
        Optional<Lent> lent = number == 1 && place.lends() && target instanceof Part part
                ? lent(scope, path, part, Optional.empty(), new Origin("", call.span()))
                : Optional.empty();
        return create(scope, call, target, path, Optional.empty(), lent);
    }

    private Optional<Lent> lent(Scope scope, String path, Part part, Optional<String> variable, Origin origin) {
        if (!StateCount.of(part, run.counts).isOne()) {
            return Optional.empty();
        }
        String state = scope.lent().map(Lent::state).orElse(path);
        return Optional.of(new Lent(state, returnsStateAlone(part) ? variable : Optional.empty(), origin));
    }

    private static boolean returnsStateAlone(Part part) {
        Expression result = part.result()
                .map(r -> r.value())
                .orElse(new Reference(List.of(), part.declaration().span()));
        return result instanceof Indexed indexed
                && indexed.base().path().size() == 1
                && TimeIndices.literal(indexed.index()) instanceof TimeIndex.Now
                && part.body().stream()
                        .anyMatch(item -> item instanceof StateDeclaration state
                                && state.name()
                                        .text()
                                        .equals(indexed.base().path().get(0).text()));
    }

    private Optional<Application> create(
            Scope caller, Call call, Target target, String path, Optional<Condition> condition, Optional<Lent> lent) {
        if (isEndless(caller, target.declaration(), call.function().span())) {
            return Optional.empty();
        }
        List<Declaration> active = new ArrayList<>(caller.active());
        active.add(target.declaration());
        Clock clock = condition.map(c -> c.below(caller.clock(), path)).orElse(caller.clock());
        ModelCall place = new ModelCall(
                path,
                target.description(),
                target instanceof RuleSpec,
                target.declaration().span(),
                call.span());
        run.draft.add(place);
        if (target instanceof Part part) {
            Scope inner = Scope.of(part.kind(), part.file(), path, clock, caller.view(), active)
                    .lending(lent);
            return Optional.of(new PartApplication(run, place, call, part, caller, inner, condition));
        }
        RuleSpec spec = (RuleSpec) target;
        if (caller.kind() != ScopeKind.RULE) {
            run.error(
                    call.function().span(),
                    caller.kind().description() + " cannot apply the rule '"
                            + call.function().text() + "'",
                    "apply it in a rule, and pass the result in");
            return Optional.empty();
        }
        Scope inner = Scope.of(
                ScopeKind.RULE,
                spec.file(),
                path,
                clock,
                view(spec.declaration().body()),
                active);
        return Optional.of(new RuleApplication(run, place, call, spec, caller, inner, condition));
    }

    static View view(List<BodyItem> body) {
        return body.stream().anyMatch(MatrixView.class::isInstance) ? View.LAST : View.FIRST;
    }

    private boolean isEndless(Scope caller, Declaration declaration, Span at) {
        List<Declaration> active = caller.active();
        List<Declaration> cycle =
                active.stream().dropWhile(other -> !isSame(other, declaration)).toList();
        if (!cycle.isEmpty()) {
            String path = cycle.stream().map(other -> other.name().text()).collect(Collectors.joining(" → "));
            String name = declaration.name().text();
            run.errorInPlace(
                    at,
                    cycle.size() == 1
                            ? "'" + name + "' applies itself"
                            : "'" + name + "' applies itself: " + path + " → " + name);
            return true;
        }
        if (active.size() >= DEPTH_LIMIT) {
            throw new Unresolvable("parts are applied inside one another more than " + DEPTH_LIMIT + " deep");
        }
        return false;
    }

    private static boolean isSame(Declaration a, Declaration b) {
        return a.span().equals(b.span());
    }
}

package org.descant.compiler.resolve;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Equation;

/** The right side of one equation: an application, a gradient, or anything else. */
final class RightSide {
    private final Resolution run;
    private final EquationSymbol symbol;
    private final Equation equation;
    private final Translator translator;
    private final Scope scope;

    RightSide(Resolution run, EquationSymbol symbol, Translator translator) {
        this.run = run;
        this.symbol = symbol;
        this.equation = symbol.equation();
        this.translator = translator;
        this.scope = translator.place().scope();
    }

    Term write() {
        if (equation.value() instanceof Call call && call.function().text().equals("grad")) {
            return gradient(call);
        }
        Optional<Application> application = symbol.application();
        if (application.isPresent()) {
            if (application.get().isStateful() || application.get().condition.isPresent()) {
                // It bears the name of the equation; parts that stand in its arguments are numbered from 2.
                translator.place().count("");
            }
            translator.place().take(application.get().names());
            application.get().condition.ifPresent(condition -> condition.write(run, translator));
            return application.get().apply(translator);
        }
        Term value = translator.translate(equation.value());
        equation.when().ifPresent(condition -> {
            translator.translate(condition);
            run.error(
                    condition.span(),
                    "'when' suspends the application of a rule or a def, or 'grad'",
                    "to choose between values write " + equation.name().text() + " = if … then … else …");
        });
        return value;
    }

    private Term gradient(Call call) {
        Span at = call.span();
        if (scope.kind() != ScopeKind.RULE) {
            call.arguments().forEach(argument -> translator.translate(argument.value()));
            return run.error(at, "'grad' stands only in rules", "pass the gradient in as an argument");
        }
        if (call.arguments().size() != 1
                || call.arguments().get(0).name().isPresent()
                || call.per().isPresent()) {
            call.arguments().forEach(argument -> translator.translate(argument.value()));
            return run.error(at, "'grad' takes one point", "write grad(w[t-1])");
        }
        Optional<Condition> condition = equation.when().map(when -> Condition.of(scope, equation, when));
        if (condition.isPresent()) {
            // What is held bears the name of the equation; parts that stand in it are numbered from 2.
            translator.place().count("");
        }
        condition.ifPresent(c -> c.write(run, translator));
        Term point = translator.translate(call.arguments().get(0).value());
        Clock clock =
                condition.map(c -> c.below(scope.clock(), symbol.variable())).orElse(scope.clock());
        int number = run.draft.evaluations().size();
        run.draft.evaluations().add(new ModelEvaluation(number, point, clock));
        Term gradient = new GradientTerm(number, at);
        if (condition.isEmpty()) {
            return gradient;
        }
        String cell = symbol.variable();
        run.draft.add(new ModelState(
                cell,
                StateKind.HELD,
                Optional.empty(),
                scope.view(),
                Storage.NATIVE,
                new NumberTerm(0, at),
                gradient,
                clock,
                at));
        return new ApplyTerm(
                Operator.CHOOSE, List.of(condition.get().read(at), gradient, new PreviousTerm(cell, at)), at);
    }
}

package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.ReductionWord;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.ForeignFunctions;
import org.descant.compiler.resolve.text.Functions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.compiler.resolve.text.WellKnown;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;

/** Translates calls: of the language's functions, of defs, schedules and rules. */
final class Caller {
    private final Resolution run;
    private final Place place;
    private final Translator translator;

    Caller(Resolution run, Place place, Translator translator) {
        this.run = run;
        this.place = place;
        this.translator = translator;
    }

    Term call(Call call) {
        String name = call.function().text();
        Optional<Operator> operator = Functions.operator(name);
        if (operator.isPresent()) {
            return function(call, operator.get());
        }
        Optional<ReductionWord> reduction = Functions.reduction(name);
        if (reduction.isPresent()) {
            return reduction(call, reduction.get());
        }
        if (name.equals("grad")) {
            translateAll(call);
            return run.error(
                    call.span(),
                    "'grad' is the whole right side of an equation",
                    "give it an equation of its own: h = grad(…)");
        }
        Optional<Target> target = run.applications.target(place.scope(), call);
        return target.isPresent() ? apply(call, target.get()) : notAFunction(call);
    }

    private Term apply(Call call, Target target) {
        if (place.kind() != Place.Kind.EQUATION) {
            translateAll(call);
            return run.error(
                    call.span(),
                    place.kind() == Place.Kind.START
                            ? "the start of a state applies no defs, schedules or rules"
                            : "a constant applies no defs, schedules or rules");
        }
        Scope scope = place.scope();
        boolean pure = target instanceof Part part && part.kind() == ScopeKind.SCHEDULE;
        if ((scope.kind() == ScopeKind.SCHEDULE || scope.kind() == ScopeKind.DERIVATION) && !pure) {
            translateAll(call);
            return run.error(
                    call.function().span(),
                    scope.kind().description() + " can use schedules and functions, and '"
                            + call.function().text() + "' is " + Part.description(target.declaration()));
        }
        Optional<Application> application = run.applications.within(place, call, target);
        if (application.isEmpty()) {
            return new NumberTerm(0, call.span());
        }
        return application.get().apply(translator);
    }

    private Term function(Call call, Operator operator) {
        List<Term> operands = operands(call, operator.arity());
        call.per()
                .ifPresent(word -> run.error(
                        call.span(),
                        "'" + operator.symbol() + "' works on each value, so it takes no 'per'",
                        "'per' belongs to reductions: norm(x per " + Words.of(word) + ")"));
        return operands.isEmpty() ? new NumberTerm(0, call.span()) : translator.apply(operator, operands, call.span());
    }

    private Term reduction(Call call, ReductionWord word) {
        List<Term> operands = operands(call, word == ReductionWord.DOT ? 2 : 1);
        return operands.isEmpty()
                ? new NumberTerm(0, call.span())
                : run.assembler.reduce(place, word, operands, call.per(), call.span());
    }

    /** The arguments of a function of the language, or none if their number is wrong. */
    private List<Term> operands(Call call, int arity) {
        String name = call.function().text();
        List<Term> operands = translateAll(call);
        for (Argument argument : call.arguments()) {
            argument.name()
                    .ifPresent(given -> run.error(
                            given.span(),
                            "the arguments of '" + name + "' have no names",
                            "leave '" + given.text() + ":' out"));
        }
        if (operands.size() != arity) {
            run.error(
                    call.span(),
                    "'" + name + "' takes " + Arguments.count(arity) + ", not " + operands.size(),
                    call(name, arity));
            return List.of();
        }
        return operands;
    }

    private static String call(String name, int arity) {
        return "write " + name + (arity == 1 ? "(x)" : arity == 2 ? "(x, y)" : "(x, low, high)");
    }

    private List<Term> translateAll(Call call) {
        List<Term> terms = new ArrayList<>();
        call.arguments().forEach(argument -> terms.add(translator.translate(argument.value())));
        return terms;
    }

    private static String factor(Expression value) {
        boolean compound = value instanceof Chain || value instanceof Comparison || value instanceof Conditional;
        return compound ? "(" + SourceLine.of(value) + ")" : SourceLine.of(value);
    }

    private Term notAFunction(Call call) {
        translateAll(call);
        String name = call.function().text();
        Span at = call.function().span();
        Scope scope = place.scope();
        if (scope.rules().containsKey(name)) {
            // A rule parameter whose rule does not exist, which is reported there.
            return new NumberTerm(0, call.span());
        }
        if (Definitions.find(scope.file(), name) instanceof Definitions.Ambiguous ambiguous) {
            return run.error(at, ambiguous.message(name), ambiguous.suggestion());
        }
        Symbol symbol = scope.values().get(name);
        if (symbol != null) {
            symbol.markUsed();
            String factor = symbol instanceof StateSymbol || symbol instanceof WeightSymbol ? name + "[t-1]" : name;
            return run.error(
                    at,
                    "'" + name + "' is " + symbol.description() + ", not a function",
                    call.arguments().size() == 1
                            ? "a product is written with *: " + factor + " * "
                                    + factor(call.arguments().get(0).value())
                            : "a product is written with *");
        }
        if (WellKnown.is(name)) {
            return run.error(at, "'" + name + "' is a value, not a function", "a product is written with *");
        }
        String message = "there is no function '" + name + "'";
        Optional<String> instead = ForeignFunctions.instead(name);
        if (instead.isPresent()) {
            return run.error(at, message, "write " + instead.get());
        }
        List<String> known = new ArrayList<>(Functions.names());
        known.addAll(Definitions.names(scope.file()));
        known.addAll(scope.rules().keySet());
        Optional<String> question = Words.question(name, known);
        return question.isPresent() ? run.error(at, message, question.get()) : run.error(at, message);
    }
}

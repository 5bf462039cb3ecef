package org.descant.compiler.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.Functions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.ScheduleDeclaration;

/** Says what may be meant by a name that nothing defines. */
final class Undefined {
    private static final int MOST_SHOWN = 3;

    private final Resolution run;
    private final Scope scope;

    Undefined(Resolution run, Scope scope) {
        this.run = run;
        this.scope = scope;
    }

    Term report(Name name) {
        String text = name.text();
        Span at = name.span();
        String message = "there is no '" + text + "' in this " + noun();
        if (isDeclaredFunction(text) || Functions.isKnown(text)) {
            return run.error(at, "'" + text + "' is a function and needs arguments", "write " + text + "(…)");
        }
        if (scope.rules().containsKey(text)) {
            return run.error(
                    at, "'" + text + "' is a rule and needs a point and a gradient", "write " + text + "(w[t-1], g)");
        }
        Optional<String> base = withoutZero(text);
        if (base.isPresent()) {
            Symbol symbol = scope.values().get(base.get());
            return symbol instanceof WeightSymbol
                    ? run.error(at, message, "write " + base.get() + "[0] for the first value of the parameter")
                    : run.error(
                            at,
                            message,
                            "the start of the state '" + base.get() + "' is written where it is declared: state "
                                    + base.get() + " = …");
        }
        if (scope.kind() == ScopeKind.CONSTANT) {
            return run.error(at, "'" + text + "' is not a constant", "defaults and ranges are made of numbers");
        }
        Optional<String> question = Words.question(text, Reader.readable(scope));
        if (question.isPresent()) {
            return run.error(at, message, question.get());
        }
        return switch (scope.kind()) {
            case RULE ->
                run.error(
                        at,
                        message,
                        "declare it, as in hyper " + text + " = 0.1, or define it by an equation, " + text + " = …");
            case DERIVATION -> run.error(at, message, "a derivation can use numbers, t and schedules");
            case DEF, SCHEDULE -> run.error(at, message, passedIn(text));
            case CONSTANT -> run.error(at, message);
        };
    }

    private String passedIn(String name) {
        Declaration body = scope.active().get(scope.active().size() - 1);
        List<FormalParameter> parameters = body instanceof DefDeclaration def
                ? def.parameters()
                : body instanceof ScheduleDeclaration schedule ? schedule.parameters() : List.of();
        String shown = parameters.size() > MOST_SHOWN
                ? "…, "
                : parameters.stream()
                        .map(parameter -> parameter.name().text() + ", ")
                        .collect(Collectors.joining());
        return scope.kind().description() + " sees only its parameters; pass it in: " + noun() + " "
                + body.name().text() + "(" + shown + name + ")";
    }

    private String noun() {
        return switch (scope.kind()) {
            case RULE -> "rule";
            case DEF -> "def";
            case SCHEDULE -> "schedule";
            case DERIVATION -> "derivation";
            case CONSTANT -> "place";
        };
    }

    /** The state or parameter that m0 speaks of. */
    private Optional<String> withoutZero(String name) {
        String base = name.endsWith("_0")
                ? name.substring(0, name.length() - 2)
                : name.endsWith("0") ? name.substring(0, name.length() - 1) : "";
        Symbol symbol = scope.values().get(base);
        return symbol instanceof StateSymbol || symbol instanceof WeightSymbol ? Optional.of(base) : Optional.empty();
    }

    private boolean isDeclaredFunction(String name) {
        return !(Definitions.find(scope.file(), name) instanceof Definitions.Missing);
    }
}

package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.DimensionTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.TimeIndex;
import org.descant.compiler.resolve.text.WellKnown;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.Reference;

/** Looks up the names that an equation reads. */
final class Reader {
    private final Resolution run;
    private final Place place;
    private final Scope scope;

    Reader(Resolution run, Place place) {
        this.run = run;
        this.place = place;
        this.scope = place.scope();
    }

    /** {@code x} or {@code p.ratio}. */
    Term read(Reference reference) {
        Span at = reference.span();
        Name first = reference.path().get(0);
        Optional<Symbol> symbol = Optional.ofNullable(scope.values().get(first.text()));
        if (reference.path().size() > 1) {
            return inside(reference, symbol, Optional.empty(), at);
        }
        if (symbol.isEmpty()) {
            return wellKnown(first.text(), at).orElseGet(() -> undefined(first));
        }
        return refusedInStart(symbol.get(), first.text(), at)
                .orElseGet(() -> symbol.get().bare(at));
    }

    /** {@code x[t-1]}. */
    Term read(Indexed indexed, TimeIndex index) {
        Span at = indexed.span();
        Name first = indexed.base().path().get(0);
        Optional<Symbol> symbol = Optional.ofNullable(scope.values().get(first.text()));
        if (symbol.isEmpty()) {
            if (first.text().equals("t")) {
                return run.error(at, "'t' is the number of this step and takes no index", "write " + step(index));
            }
            return wellKnown(first.text(), at).isPresent()
                    ? run.error(at, "'" + first.text() + "' is the same at every step and takes no index")
                    : undefined(first);
        }
        if (indexed.base().path().size() > 1) {
            return inside(indexed.base(), symbol, Optional.of(index), at);
        }
        if (index instanceof TimeIndex.Future future
                && indexed.index() instanceof Chain chain
                && chain.operands().size() == 2
                && chain.operators().get(0) == ChainOperator.SUBTRACT
                && chain.operands().get(1) instanceof Reference steps) {
            String name = steps.span().text();
            return run.error(
                    at,
                    "'" + name + "' is -" + future.steps() + ", and a past is t-1 or more",
                    "choose " + name + " = 1 or more");
        }
        return refusedInStart(symbol.get(), first.text(), at, index)
                .orElseGet(() -> index instanceof TimeIndex.Unknown
                        ? unknownTime(indexed, symbol.get(), first.text(), at)
                        : at(run, symbol.get(), first.text(), index, at));
    }

    private static String step(TimeIndex index) {
        return index instanceof TimeIndex.Past past
                ? "(t - " + past.steps() + ")"
                : index instanceof TimeIndex.Future future ? "(t + " + future.steps() + ")" : "t";
    }

    private Term unknownTime(Indexed indexed, Symbol symbol, String name, Span at) {
        if (symbol instanceof ValueSymbol value && value.kind() == ValueKind.OPTION) {
            return run.error(at, "the option '" + name + "' is the same at every step and takes no index");
        }
        boolean named = indexed.index() instanceof Chain chain
                && chain.operands().stream().skip(1).anyMatch(Reference.class::isInstance);
        return named
                ? run.error(
                        at,
                        "the number of steps in '" + at.text() + "' is neither a number nor an integer option",
                        "write " + name + "[t-1], or declare an option: option n = 1")
                : at(run, symbol, name, new TimeIndex.Unknown(), at);
    }

    /** A symbol at a time. */
    static Term at(Resolution run, Symbol symbol, String name, TimeIndex index, Span at) {
        if (index instanceof TimeIndex.Now) {
            return symbol.now(at);
        }
        if (index instanceof TimeIndex.Origin) {
            return symbol.origin(at);
        }
        if (index instanceof TimeIndex.Past past) {
            return past.steps() > Memory.PAST_LIMIT
                    ? run.error(
                            at,
                            "this looks back more than " + Memory.PAST_LIMIT + " steps",
                            "keep what is older in a state: state m = 0")
                    : symbol.past(past.steps(), at);
        }
        if (index instanceof TimeIndex.Future) {
            return run.error(
                    at,
                    "the value of '" + name + "' after this step is not known yet",
                    symbol instanceof WeightSymbol
                            ? "papers that count the parameter from 0 write t+1 for t: write " + name + "[t]"
                            : "write " + name + "[t] for this step's value");
        }
        return run.error(
                at, "a time is written as t, t-1, t-2 and so on", "write " + name + "[t] or " + name + "[t-1]");
    }

    private Term inside(Reference reference, Optional<Symbol> symbol, Optional<TimeIndex> index, Span at) {
        Name first = reference.path().get(0);
        if (symbol.isEmpty()) {
            return undefined(first);
        }
        Optional<Application> application = symbol.get().application();
        if (application.isEmpty()) {
            return run.error(
                    at,
                    "'" + first.text() + "' is " + symbol.get().description() + ", and there are no names inside it");
        }
        return application
                .get()
                .read(reference.path().subList(1, reference.path().size()), index, at);
    }

    /** A start is evaluated before there are gradients, steps or results. */
    private Optional<Term> refusedInStart(Symbol symbol, String name, Span at, TimeIndex index) {
        if (place.kind() == Place.Kind.START
                && symbol instanceof WeightSymbol weight
                && index instanceof TimeIndex.Origin) {
            return Optional.of(weight.start(at));
        }
        return refusedInStart(symbol, name, at);
    }

    private Optional<Term> refusedInStart(Symbol symbol, String name, Span at) {
        if (place.kind() != Place.Kind.START) {
            return Optional.empty();
        }
        boolean allowed = symbol instanceof ValueSymbol value
                && switch (value.kind()) {
                    case HYPER, OPTION, PARAMETER -> true;
                    case INPUT, GRADIENT, CLOCK -> false;
                };
        return allowed
                ? Optional.empty()
                : Optional.of(run.error(
                        at,
                        "the start of a state is made of numbers, hyperparameters, options and w[0]; '" + name + "' is "
                                + symbol.description()));
    }

    private Optional<Term> wellKnown(String name, Span at) {
        return switch (name) {
            case "t" -> Optional.of(time(at));
            case "pi" -> Optional.of(new NumberTerm(Math.PI, at));
            case "inf" -> Optional.of(new NumberTerm(Double.POSITIVE_INFINITY, at));
            case "loss" -> Optional.of(loss(at));
            case "rank" -> Optional.of(dimension(Dimension.RANK, name, at));
            case "numel" -> Optional.of(dimension(Dimension.NUMEL, name, at));
            case "rows" -> Optional.of(dimension(Dimension.ROWS, name, at));
            case "cols" -> Optional.of(dimension(Dimension.COLS, name, at));
            default -> Optional.empty();
        };
    }

    private Term dimension(Dimension dimension, String name, Span at) {
        return scope.kind().hasDimensions()
                ? new DimensionTerm(dimension, scope.view(), at)
                : run.error(at, scope.kind().description() + " knows no tensor, so it has no '" + name + "'");
    }

    private Term time(Span at) {
        if (place.kind() == Place.Kind.EQUATION && scope.kind().hasTime()) {
            return run.draft.time(scope.clock(), scope.view(), at);
        }
        return place.kind() == Place.Kind.START
                ? run.error(at, "the start of a state is evaluated before the first step and has no 't'")
                : scope.kind() == ScopeKind.SCHEDULE
                        ? run.error(at, "a schedule has no 't': its first parameter is its clock")
                        : run.error(at, "a constant does not depend on 't'");
    }

    private Term loss(Span at) {
        if (place.kind() == Place.Kind.EQUATION && scope.kind() == ScopeKind.RULE) {
            return new LossTerm(at);
        }
        return place.kind() == Place.Kind.START
                ? run.error(at, "the start of a state is evaluated before there is a loss")
                : run.error(at, scope.kind().description() + " does not see the loss", "pass it in as an argument");
    }

    private Term undefined(Name name) {
        return new Undefined(run, scope).report(name);
    }

    /** All names that can be read here. */
    static List<String> readable(Scope scope) {
        List<String> names = new ArrayList<>(scope.values().keySet());
        names.addAll(List.of("pi", "inf", "t"));
        if (scope.kind().hasDimensions()) {
            names.addAll(WellKnown.DIMENSIONS);
        }
        return names;
    }
}

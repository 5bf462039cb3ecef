package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.descant.grammar.format.EquationPrinter;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.StateDeclaration;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** All that one mistake makes of the body of a rule, a def or a schedule. */
final class BodyVariants {
    private final List<BodyItem> body;
    private final List<MutationOperator> operators;
    private final Surroundings around;
    private final Function<String, OptionSets> live;
    private final List<BodyVariant> variants = new ArrayList<>();

    /** A body with a mistake, and the lines that differ, as they were and as they are. */
    record BodyVariant(String mistake, String before, String after, List<BodyItem> body) {}

    private BodyVariants(
            List<BodyItem> body,
            List<MutationOperator> operators,
            Surroundings around,
            Function<String, OptionSets> live) {
        this.body = body;
        this.operators = operators;
        this.around = around;
        this.live = live;
    }

    /**
     * Those of an optimizer.
     *
     * @param compared what recorded runs are compared in, the parameter apart
     */
    static List<BodyVariant> ofRule(
            List<BodyItem> body, Name parameter, Optional<Name> gradient, Set<String> compared, OptionSets options) {
        LiveNames live = live(body, parameter, compared, options);
        BodyVariants variants =
                new BodyVariants(body, MutationOperators.ALL, surroundings(body, parameter, gradient), live::where);
        variants.ofItems();
        variants.variants.addAll(
                DecayVariants.of(body, parameter.text(), gradient.map(Name::text), live.where(parameter.text())));
        return variants.variants;
    }

    /** Those of an optimizer in which something {@linkplain Forgotten forgotten} is put back, or two hyperparameters are exchanged. */
    static List<BodyVariant> repairsOfRule(
            List<BodyItem> body, Name parameter, Optional<Name> gradient, Set<String> compared, OptionSets options) {
        LiveNames live = live(body, parameter, compared, options);
        Surroundings around = surroundings(body, parameter, gradient);
        BodyVariants variants = new BodyVariants(body, Forgotten.ALL, around, live::where);
        variants.variants.addAll(HyperSwaps.of(body, around.hypers()));
        variants.ofItems();
        variants.ofFirstSteps();
        return variants.variants;
    }

    private static LiveNames live(List<BodyItem> body, Name parameter, Set<String> compared, OptionSets options) {
        Set<String> roots = new HashSet<>(compared);
        roots.add(parameter.text());
        return new LiveNames(body, roots, options.completed(body));
    }

    private static Surroundings surroundings(List<BodyItem> body, Name parameter, Optional<Name> gradient) {
        Map<String, String> hypers = new HashMap<>();
        for (BodyItem item : body) {
            if (item instanceof HyperDeclaration hyper) {
                String text = EquationPrinter.print(hyper);
                hypers.put(hyper.name().text(), text.replaceFirst(".*? in ", ""));
            }
        }
        Set<String> sequences = plainNames(body);
        gradient.ifPresent(g -> sequences.add(g.text()));
        return new Surroundings(hypers, Optional.of(parameter.text()), sequences);
    }

    /** Those of a def or a schedule, all of which is alive. */
    static List<BodyVariant> ofPart(List<FormalParameter> parameters, List<BodyItem> body, OptionSets options) {
        BodyVariants variants =
                new BodyVariants(body, MutationOperators.ALL, surroundings(parameters, body), name -> options);
        variants.ofItems();
        return variants.variants;
    }

    /** Those of a schedule in which something forgotten is put back, or two parameters are exchanged. */
    static List<BodyVariant> repairsOfPart(List<FormalParameter> parameters, List<BodyItem> body, OptionSets options) {
        Surroundings around = surroundings(parameters, body);
        BodyVariants variants = new BodyVariants(body, Forgotten.ALL, around, name -> options);
        variants.variants.addAll(HyperSwaps.of(body, around.hypers()));
        variants.ofItems();
        return variants.variants;
    }

    private static Surroundings surroundings(List<FormalParameter> parameters, List<BodyItem> body) {
        Map<String, String> hypers = new HashMap<>();
        Set<String> sequences = plainNames(body);
        for (FormalParameter parameter : parameters) {
            if (parameter.defaultValue().isPresent()) {
                hypers.put(parameter.name().text(), "a parameter with a default");
            }
        }
        return new Surroundings(hypers, Optional.empty(), sequences);
    }

    private static Set<String> plainNames(List<BodyItem> body) {
        Set<String> names = new HashSet<>();
        for (BodyItem item : body) {
            if (item instanceof Equation equation && equation.index().isEmpty()) {
                names.add(equation.name().text());
            }
        }
        return names;
    }

    private void ofItems() {
        for (int place = 0; place < body.size(); place++) {
            BodyItem item = body.get(place);
            if (item instanceof Equation equation) {
                ofEquation(place, equation);
            } else if (item instanceof StateDeclaration state) {
                ofExpression(place, state.start(), live.apply(state.name().text()), start -> withStart(state, start));
            } else if (item instanceof Return result) {
                ofExpression(place, result.value(), live.apply("return"), value -> new Return(value, result.span()));
            } else if (item instanceof OutputDeclaration output
                    && output.value().isPresent()) {
                ofExpression(
                        place,
                        output.value().get(),
                        live.apply(output.name().text()),
                        value -> new OutputDeclaration(output.doc(), output.name(), Optional.of(value), output.span()));
            }
        }
    }

    private void ofEquation(int place, Equation equation) {
        OptionSets reaching = live.apply(equation.name().text());
        ofExpression(place, equation.value(), reaching, value -> withValue(equation, value));
        if (!reaching.isEmpty() && operators.equals(MutationOperators.ALL)) {
            add("sign flipped", place, withValue(equation, Edits.negated(equation.value())));
        }
        equation.when().ifPresent(when -> {
            add("condition dropped", place, withWhen(equation, Optional.empty()));
            Expression not = new Unary(UnaryOperator.NOT, when, when.span());
            add("condition turned", place, withWhen(equation, Optional.of(not)));
            ofExpression(place, when, reaching, wrong -> withWhen(equation, Optional.of(wrong)));
        });
    }

    private void ofFirstSteps() {
        for (int place = 0; place < body.size(); place++) {
            if (body.get(place) instanceof Equation equation
                    && equation.index().isEmpty()
                    && !live.apply(equation.name().text()).isEmpty()) {
                add("first step left out", place, withValue(equation, Forgotten.notAtFirst(equation.value())));
            }
        }
    }

    private void ofExpression(
            int place, Expression expression, OptionSets reaching, Function<Expression, BodyItem> item) {
        for (Variant variant : ExpressionVariants.of(expression, operators, around, reaching)) {
            add(variant.mistake(), place, item.apply(variant.expression()));
        }
    }

    private void add(String mistake, int place, BodyItem wrong) {
        variants.add(new BodyVariant(
                mistake,
                EquationPrinter.print(body.get(place)),
                EquationPrinter.print(wrong),
                Edits.replaced(body, place, wrong)));
    }

    /** The equation with another right side. */
    static Equation withValue(Equation equation, Expression value) {
        return new Equation(equation.doc(), equation.name(), equation.index(), value, equation.when(), equation.span());
    }

    private static Equation withWhen(Equation equation, Optional<Expression> when) {
        return new Equation(equation.doc(), equation.name(), equation.index(), equation.value(), when, equation.span());
    }

    private static StateDeclaration withStart(StateDeclaration state, Expression start) {
        return new StateDeclaration(state.doc(), state.name(), state.per(), state.storage(), start, state.span());
    }
}

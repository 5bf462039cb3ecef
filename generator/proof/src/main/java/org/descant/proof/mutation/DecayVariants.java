package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.descant.grammar.format.EquationPrinter;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.Reference;

/** Weight decay coupled to the gradient where it is to act on the parameter alone, and the other way round. */
final class DecayVariants {
    static final String DECAY = "weight_decay";
    private static final String RATE = "lr";

    private final List<BodyItem> body;
    private final String parameter;

    private DecayVariants(List<BodyItem> body, String parameter) {
        this.body = body;
        this.parameter = parameter;
    }

    static List<BodyVariants.BodyVariant> of(
            List<BodyItem> body, String parameter, Optional<String> gradient, OptionSets live) {
        boolean decays = body.stream()
                .anyMatch(item -> item instanceof HyperDeclaration hyper
                        && hyper.name().text().equals(DECAY));
        List<BodyVariants.BodyVariant> variants = new ArrayList<>();
        if (decays && gradient.isPresent() && !live.isEmpty()) {
            DecayVariants decay = new DecayVariants(body, parameter);
            if (decay.isDecoupled(live)) {
                decay.coupled(gradient.get()).ifPresent(variants::add);
            } else {
                decay.decoupled().ifPresent(variants::add);
            }
        }
        return variants;
    }

    private boolean isParameter(BodyItem item) {
        return item instanceof Equation equation && equation.name().text().equals(parameter);
    }

    /** Whether the parameter's own equation decays it. */
    private boolean isDecoupled(OptionSets live) {
        return body.stream().filter(this::isParameter).anyMatch(item -> ((Equation) item)
                .value()
                .accept(new ReadNames(live))
                .values()
                .contains(DECAY));
    }

    /** No decay in the parameter's equation, and {@code g + weight_decay * w[t-1]} for the gradient everywhere. */
    private Optional<BodyVariants.BodyVariant> coupled(String gradient) {
        return changed("decay coupled", equation -> {
            Expression without = isParameter(equation)
                    ? ReplaceName.in(equation.value(), DECAY, span -> Edits.number(0, span))
                    : equation.value();
            return ReplaceName.in(without, gradient, span -> {
                Reference g = Edits.name(gradient, span);
                Expression decay = Edits.product(Edits.name(DECAY, span), Edits.before(Edits.name(parameter, span)));
                return Edits.sum(g, decay);
            });
        });
    }

    /** No decay but {@code lr * weight_decay * w[t-1]} taken from the parameter. */
    private Optional<BodyVariants.BodyVariant> decoupled() {
        return changed("decay decoupled", equation -> {
            if (!isParameter(equation)) {
                return ReplaceName.in(equation.value(), DECAY, span -> Edits.number(0, span));
            }
            Reference rate = Edits.name(RATE, equation.value().span());
            Expression decay = Edits.product(
                    Edits.product(rate, Edits.name(DECAY, rate.span())),
                    Edits.before(Edits.name(parameter, rate.span())));
            return Edits.difference(equation.value(), decay);
        });
    }

    private Optional<BodyVariants.BodyVariant> changed(String mistake, Function<Equation, Expression> change) {
        List<BodyItem> changed = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (BodyItem item : body) {
            if (item instanceof Equation equation) {
                Equation wrong = BodyVariants.withValue(equation, change.apply(equation));
                changed.add(wrong);
                if (!wrong.value().equals(equation.value())) {
                    before.add(EquationPrinter.print(equation));
                    after.add(EquationPrinter.print(wrong));
                }
            } else {
                changed.add(item);
            }
        }
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(new BodyVariants.BodyVariant(
                        mistake, String.join("\n", before), String.join("\n", after), changed));
    }
}

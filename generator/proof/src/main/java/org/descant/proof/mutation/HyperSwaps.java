package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.grammar.format.EquationPrinter;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Return;

/** Two hyperparameters of one range exchanged: in one equation, in two, or wherever they stand. */
final class HyperSwaps {
    private static final String BETWEEN = "a name that no rule can have";

    private final List<BodyItem> body;
    private final List<BodyVariants.BodyVariant> variants = new ArrayList<>();

    private HyperSwaps(List<BodyItem> body) {
        this.body = body;
    }

    static List<BodyVariants.BodyVariant> of(List<BodyItem> body, Map<String, String> hypers) {
        HyperSwaps swaps = new HyperSwaps(body);
        List<String> names = hypers.keySet().stream().sorted().toList();
        for (String one : names) {
            for (String other : names) {
                if (one.compareTo(other) < 0 && hypers.getOrDefault(one, "").equals(hypers.get(other))) {
                    swaps.exchange(one, other);
                }
            }
        }
        return swaps.variants;
    }

    private void exchange(String one, String other) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < body.size(); place++) {
            if (!exchanged(body.get(place), one, other).equals(body.get(place))) {
                places.add(place);
            }
        }
        Set<Set<Integer>> choices = new LinkedHashSet<>();
        choices.add(Set.copyOf(places));
        for (int first : places) {
            for (int second : places) {
                choices.add(first == second ? Set.of(first) : Set.of(first, second));
            }
        }
        choices.stream().filter(choice -> !choice.isEmpty()).forEach(choice -> add(choice, one, other));
    }

    private void add(Set<Integer> places, String one, String other) {
        List<BodyItem> changed = new ArrayList<>(body);
        List<Integer> sorted = places.stream().sorted().toList();
        sorted.forEach(place -> changed.set(place, exchanged(body.get(place), one, other)));
        variants.add(new BodyVariants.BodyVariant(
                "hyperparameters exchanged", text(body, sorted), text(changed, sorted), changed));
    }

    private static String text(List<BodyItem> items, List<Integer> places) {
        return places.stream().map(items::get).map(EquationPrinter::print).collect(Collectors.joining("\n"));
    }

    private static BodyItem exchanged(BodyItem item, String one, String other) {
        if (item instanceof Equation equation) {
            return BodyVariants.withValue(equation, exchanged(equation.value(), one, other));
        } else if (item instanceof Return result) {
            return new Return(exchanged(result.value(), one, other), result.span());
        }
        return item;
    }

    private static Expression exchanged(Expression value, String one, String other) {
        return renamed(renamed(renamed(value, one, BETWEEN), other, one), BETWEEN, other);
    }

    private static Expression renamed(Expression expression, String from, String to) {
        return ReplaceName.in(expression, from, span -> Edits.name(to, span));
    }
}

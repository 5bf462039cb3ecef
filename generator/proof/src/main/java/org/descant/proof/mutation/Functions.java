package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.ShapeWord;

/** Functions forgotten, taken for their neighbours or called the wrong way round. */
final class Functions {
    private static final Map<String, String> NEIGHBOURS = Map.ofEntries(
            Map.entry("max", "min"),
            Map.entry("min", "max"),
            Map.entry("floor", "ceil"),
            Map.entry("ceil", "floor"),
            Map.entry("sin", "cos"),
            Map.entry("cos", "sin"),
            Map.entry("amax", "amin"),
            Map.entry("amin", "amax"),
            Map.entry("mean", "sum"),
            Map.entry("sum", "mean"),
            Map.entry("norm", "norm1"),
            Map.entry("norm1", "norm"),
            Map.entry("rms", "norm"),
            Map.entry("sqrt", "cbrt"),
            Map.entry("cbrt", "sqrt"),
            Map.entry("abs", "sign"),
            Map.entry("sign", "abs"));
    private static final Set<String> SYMMETRIC = Set.of("max", "min", "hypot", "dot");

    private Functions() {}

    /** The argument without the function; of several arguments, each of them; a limit without one of its ends. */
    static List<Expression> dropped(Expression expression, Surroundings around) {
        if (!(expression instanceof Call call) || call.function().text().equals("grad")) {
            return List.of();
        }
        List<Expression> values = call.arguments().stream().map(Argument::value).toList();
        if (values.size() == 1 || SYMMETRIC.contains(call.function().text())) {
            return values;
        } else if (call.function().text().equals("clamp") && values.size() == 3) {
            return List.of(
                    values.get(0),
                    Edits.call("max", values.subList(0, 2), call.span()),
                    Edits.call("min", List.of(values.get(0), values.get(2)), call.span()));
        }
        return values.isEmpty() ? List.of() : values.subList(0, 1);
    }

    /** The function that is easily taken for it. */
    static List<Expression> replaced(Expression expression, Surroundings around) {
        if (!(expression instanceof Call call)) {
            return List.of();
        }
        return Optional.ofNullable(NEIGHBOURS.get(call.function().text())).stream()
                .<Expression>map(other ->
                        new Call(new Name(other, call.function().span()), call.arguments(), call.per(), call.span()))
                .toList();
    }

    /** Two neighbouring arguments exchanged. */
    static List<Expression> argumentsExchanged(Expression expression, Surroundings around) {
        List<Expression> exchanged = new ArrayList<>();
        if (expression instanceof Call call
                && !SYMMETRIC.contains(call.function().text())) {
            for (int place = 1; place < call.arguments().size(); place++) {
                boolean positional = call.arguments().get(place).name().isEmpty();
                if (positional) {
                    List<Argument> arguments = new ArrayList<>(call.arguments());
                    Collections.swap(arguments, place - 1, place);
                    exchanged.add(Edits.with(call, arguments));
                }
            }
        }
        return exchanged;
    }

    /** Reduced over the whole tensor or model, or over columns for rows. */
    static List<Expression> shapeChanged(Expression expression, Surroundings around) {
        if (!(expression instanceof Call call) || call.per().isEmpty()) {
            return List.of();
        }
        Optional<ShapeWord> other =
                switch (call.per().get()) {
                    case ROW -> Optional.of(ShapeWord.COL);
                    case COL -> Optional.of(ShapeWord.ROW);
                    case TENSOR -> Optional.of(ShapeWord.MODEL);
                    case MODEL, MATRIX -> Optional.of(ShapeWord.TENSOR);
                };
        return List.of(
                new Call(call.function(), call.arguments(), other, call.span()),
                new Call(call.function(), call.arguments(), Optional.empty(), call.span()));
    }
}

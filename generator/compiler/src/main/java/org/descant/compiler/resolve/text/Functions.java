package org.descant.compiler.resolve.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.ReductionWord;

/** The functions of the language, by the name that a rule calls them. */
public final class Functions {
    private static final Map<String, Operator> OPERATORS = new LinkedHashMap<>();
    private static final Map<String, ReductionWord> REDUCTIONS = new LinkedHashMap<>();

    static {
        Arrays.stream(Operator.values())
                .filter(operator -> Character.isLetter(operator.symbol().charAt(0)))
                .filter(operator -> switch (operator) {
                    case NOT, AND, OR, CHOOSE, CHOOSE_TRUTH -> false;
                    default -> true;
                })
                .forEach(operator -> OPERATORS.put(operator.symbol(), operator));
        Arrays.stream(ReductionWord.values())
                .forEach(word -> REDUCTIONS.put(word.name().toLowerCase(Locale.ROOT), word));
    }

    private Functions() {}

    public static Optional<Operator> operator(String name) {
        return Optional.ofNullable(OPERATORS.get(name));
    }

    public static Optional<ReductionWord> reduction(String name) {
        return Optional.ofNullable(REDUCTIONS.get(name));
    }

    public static boolean isKnown(String name) {
        return OPERATORS.containsKey(name) || REDUCTIONS.containsKey(name);
    }

    /** All names, for suggestions. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(OPERATORS.keySet());
        names.addAll(REDUCTIONS.keySet());
        return names;
    }
}

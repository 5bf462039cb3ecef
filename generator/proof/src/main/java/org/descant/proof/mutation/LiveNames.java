package org.descant.proof.mutation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.StateDeclaration;

/** Which names of a body have a part in what is compared, for each choice of options. */
final class LiveNames {
    private final Map<Map<String, String>, Set<String>> names = new HashMap<>();

    /** @param compared the names that recorded runs are compared in: the parameter, states */
    LiveNames(List<BodyItem> body, Collection<String> compared, OptionSets options) {
        for (Map<String, String> set : options.sets()) {
            names.put(set, reached(body, compared, new OptionSets(List.of(set))));
        }
    }

    private static Set<String> reached(List<BodyItem> body, Collection<String> compared, OptionSets options) {
        Set<String> reached = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(compared);
        while (!pending.isEmpty()) {
            String name = pending.pop();
            if (reached.add(name)) {
                ReadNames reads = new ReadNames(options);
                body.forEach(item -> read(item, name, reads));
                pending.addAll(reads.values());
            }
        }
        return reached;
    }

    private static void read(BodyItem item, String name, ReadNames reads) {
        if (item instanceof Equation equation && equation.name().text().equals(name)) {
            equation.value().accept(reads);
            equation.when().ifPresent(when -> when.accept(reads));
        } else if (item instanceof StateDeclaration state && state.name().text().equals(name)) {
            state.start().accept(reads);
        } else if (item instanceof OutputDeclaration output
                && output.name().text().equals(name)) {
            output.value().ifPresent(value -> value.accept(reads));
        }
    }

    /** The choices of options under which a name has a part. */
    OptionSets where(String name) {
        return new OptionSets(names.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList());
    }
}

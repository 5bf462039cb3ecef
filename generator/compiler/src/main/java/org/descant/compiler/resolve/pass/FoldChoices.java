package org.descant.compiler.resolve.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;

/**
 * Decides every {@code if} whose condition is constant, also by way of names: what options leave out is gone before cycles are sought. A
 * {@code when} that always holds is none, so that what it suspends is on its caller's clock.
 */
public final class FoldChoices {
    private final Draft draft;
    private final Map<String, Object> known = new HashMap<>();
    private final List<Term> dropped = new ArrayList<>();

    public FoldChoices(Draft draft) {
        this.draft = draft;
    }

    /** The branches that are not taken. */
    public List<Term> fold() {
        findConstants();
        draft.map(this::fold);
        draft.mapClocks(this::withoutCertain);
        return dropped;
    }

    private Clock withoutCertain(Clock clock) {
        List<String> open = clock.conditions().stream()
                .filter(condition -> !Boolean.TRUE.equals(known.get(condition)))
                .toList();
        return open.isEmpty() ? Clock.BASE : new Clock(clock.name(), open);
    }

    private void findConstants() {
        Map<String, List<String>> readers = new HashMap<>();
        draft.equations().values().forEach(equation -> Reads.of(equation.value())
                .variables()
                .forEach(read ->
                        readers.computeIfAbsent(read, name -> new ArrayList<>()).add(equation.name())));
        Deque<String> open = new ArrayDeque<>(draft.equations().keySet());
        while (!open.isEmpty()) {
            ModelEquation equation = draft.equations().get(open.poll());
            if (equation == null || known.containsKey(equation.name())) {
                continue;
            }
            Optional<Object> value = Constants.value(equation.value(), known);
            value.ifPresent(found -> {
                known.put(equation.name(), found);
                open.addAll(readers.getOrDefault(equation.name(), List.of()));
            });
        }
    }

    private Term fold(Term term) {
        if (!(term instanceof ApplyTerm choice) || !choice.operator().isChoice()) {
            return term;
        }
        Optional<Object> condition = Constants.value(choice.operands().get(0), known);
        if (condition.isEmpty() || !(condition.get() instanceof Boolean truth)) {
            return term;
        }
        dropped.add(choice.operands().get(truth ? 2 : 1));
        dropped.add(choice.operands().get(0));
        return choice.operands().get(truth ? 1 : 2);
    }
}

package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a case in which two rules differ smaller: one element, the fewest steps, one setting, numbers that are easy to follow. */
final class CaseShrinker {
    /** Numbers from simple to less simple. */
    private static final List<Double> SIMPLE =
            List.of(0.0, 1.0, -1.0, 0.5, 2.0, -0.5, -2.0, 0.1, 0.25, 4.0, 0.9, 10.0, 0.01, 1e-3, 100.0);

    private static final int MOST_ROUNDS = 20;

    private final Pair pair;
    private final Cases cases;
    private final boolean clearly;

    /** @param clearly whether the difference shall stay one that is seen without counting digits */
    CaseShrinker(Pair pair, Cases cases, boolean clearly) {
        this.pair = pair;
        this.cases = cases;
        this.clearly = clearly;
    }

    private Optional<Pair.Found> failure(Case candidate) {
        return pair.compare(candidate).found().filter(found -> !clearly || found.isClear());
    }

    private boolean fails(Case candidate) {
        return failure(candidate).isPresent();
    }

    Case smallest(Case found) {
        Case current = oneElement(found);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Case smaller = numbers(settings(steps(current)));
            if (smaller.equals(current)) {
                return current;
            }
            current = smaller;
        }
        return current;
    }

    private Case oneElement(Case whole) {
        for (int tensor = 0; tensor < whole.tensors().size(); tensor++) {
            for (int i = 0; i < whole.start().get(tensor).size(); i++) {
                Case single = whole.only(tensor, i);
                if (fails(single)) {
                    return single;
                }
            }
        }
        return whole;
    }

    private Case steps(Case given) {
        Case current = given;
        int needed = failure(current).map(Pair.Found::step).orElse(current.steps());
        current = current.upTo(needed);
        for (int step = current.steps() - 1; step >= 0 && current.steps() > 1; step--) {
            Case fewer = current.without(step);
            if (fails(fewer)) {
                current = fewer.upTo(failure(fewer).map(Pair.Found::step).orElse(fewer.steps()));
                step = Math.min(step, current.steps());
            }
        }
        return current;
    }

    /** One setting for all steps if that is enough, and defaults where they are. */
    private Case settings(Case given) {
        Case current = given;
        if (current.hypers().stream().distinct().count() > 1) {
            Case constant = current.withHypers(
                    current.hypers().stream().map(each -> given.hypers().get(0)).toList());
            current = fails(constant) ? constant : current;
        }
        for (String name : current.hypers().get(0).keySet()) {
            double usual = pair.defaultOf(name);
            if (cases.fits(name, usual)
                    && !current.hypers().stream().allMatch(each -> each.getOrDefault(name, usual) == usual)) {
                Case changed = set(current, name, usual);
                current = fails(changed) ? changed : simpler(current, name);
            }
        }
        return current;
    }

    private Case simpler(Case current, String name) {
        for (double value : SIMPLE) {
            boolean isNow = current.hypers().stream().allMatch(each -> each.getOrDefault(name, value) == value);
            if (isNow) {
                return current;
            }
            if (cases.fits(name, value)) {
                Case changed = set(current, name, value);
                if (fails(changed)) {
                    return changed;
                }
            }
        }
        return current;
    }

    private static Case set(Case given, String name, double value) {
        List<Map<String, Double>> hypers = new ArrayList<>();
        given.hypers().forEach(each -> {
            Map<String, Double> changed = new HashMap<>(each);
            changed.put(name, value);
            hypers.add(changed);
        });
        return given.withHypers(hypers);
    }

    private Case numbers(Case given) {
        Case current = given;
        for (int tensor = 0; tensor < given.start().size(); tensor++) {
            for (int i = 0; i < given.start().get(tensor).size(); i++) {
                for (int step = -1; step < given.steps(); step++) {
                    current = simpler(current, step, tensor, i);
                }
            }
        }
        return current;
    }

    /** @param step of the gradient, or -1 for the start */
    private Case simpler(Case given, int step, int tensor, int i) {
        double now = (step < 0 ? given.start() : given.gradients().get(step))
                .get(tensor)
                .get(i);
        for (double value : SIMPLE) {
            if (Double.compare(value, now) == 0) {
                return given;
            }
            Case changed = step < 0
                    ? new Case(
                            given.tensors(), with(given.start(), tensor, i, value), given.gradients(), given.hypers())
                    : new Case(
                            given.tensors(), given.start(), gradients(given, step, tensor, i, value), given.hypers());
            if (fails(changed)) {
                return changed;
            }
        }
        return given;
    }

    private static List<List<List<Double>>> gradients(Case given, int step, int tensor, int i, double value) {
        List<List<List<Double>>> changed = new ArrayList<>(given.gradients());
        changed.set(step, with(given.gradients().get(step), tensor, i, value));
        return changed;
    }

    private static List<List<Double>> with(List<List<Double>> numbers, int tensor, int i, double value) {
        List<List<Double>> changed = new ArrayList<>(numbers);
        List<Double> inner = new ArrayList<>(numbers.get(tensor));
        inner.set(i, value);
        changed.set(tensor, inner);
        return changed;
    }
}

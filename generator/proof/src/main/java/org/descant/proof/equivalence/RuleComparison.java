package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Range;

/**
 * The question whether two compiled rules are the same. It never changes: each method gives a new one.
 *
 * <pre>{@code
 * Equivalence found = RuleComparison.of(adam, adamEpsInside).compare();
 * System.out.print(found.text());
 * }</pre>
 *
 * <p>Hyperparameters of one name mean the same, unless {@link #matching} says otherwise; both rules are set to the same values, within the
 * ranges of both. A hyperparameter that only one of them has stays at its default. Options were chosen when the rules were compiled.
 */
public final class RuleComparison {
    /** Of numbers: ordinary, simple, awkward. */
    private static final int KINDS = 3;

    private static final int RUNS = 32;

    private final EquationSystem left;
    private final EquationSystem right;
    private final Map<String, String> names;
    private final int runs;

    private RuleComparison(EquationSystem left, EquationSystem right, Map<String, String> names, int runs) {
        this.left = left;
        this.right = right;
        this.names = Map.copyOf(names);
        this.runs = runs;
    }

    /** Of two rules as they are written. */
    public static RuleComparison of(EquationSystem left, EquationSystem right) {
        return new RuleComparison(left, right, Map.of(), RUNS);
    }

    /**
     * Says that a hyperparameter of the first rule has another name in the second.
     *
     * @throws IllegalArgumentException if one of them has no hyperparameter of that name
     */
    public RuleComparison matching(String leftName, String rightName) {
        require(left, leftName);
        require(right, rightName);
        Map<String, String> more = new HashMap<>(names);
        more.put(leftName, rightName);
        return new RuleComparison(left, right, more, runs);
    }

    private static void require(EquationSystem system, String name) {
        if (find(system, name).isEmpty()) {
            throw new IllegalArgumentException("'" + system.name() + "' has no hyperparameter '" + name + "'; it has "
                    + String.join(
                            ", ", system.hypers().stream().map(Hyper::name).toList()));
        }
    }

    private static Optional<Hyper> find(EquationSystem system, String name) {
        return system.hypers().stream()
                .filter(hyper -> hyper.name().equals(name))
                .findFirst();
    }

    /** Compares in so many runs on ordinary numbers, as many on halves, and as many on awkward ones. */
    public RuleComparison runs(int count) {
        return new RuleComparison(left, right, names, count);
    }

    /** Runs both until they are found to differ, or to the end. */
    public Equivalence compare() {
        Map<String, Hyper> shared = shared();
        Map<String, Range> others = new HashMap<>();
        shared.forEach((name, other) -> others.put(name, other.range()));
        List<Hyper> hypers = left.hypers().stream()
                .filter(hyper -> shared.containsKey(hyper.name()))
                .toList();
        Cases cases = new Cases(hypers, others);
        Pair pair = new Pair(left, right, names);
        boolean sameBits = true;
        long compared = 0;
        long unbounded = 0;
        for (int i = 0; i < KINDS * runs; i++) {
            int seed = i / KINDS;
            Case given =
                    switch (i % KINDS) {
                        case 0 -> cases.ordinary(seed);
                        case 1 -> cases.simple(seed);
                        default -> cases.awkward(seed);
                    };
            Pair.Outcome outcome = pair.compare(given);
            compared += outcome.compared();
            unbounded += outcome.unbounded();
            if (outcome.found().isPresent()) {
                CounterExample example =
                        smallest(pair, cases, given, outcome.found().orElseThrow());
                return result(Sameness.DIFFERENT, i + 1, compared, unbounded, shared, Optional.of(example));
            }
            sameBits = sameBits && outcome.sameBits() && pair.isSameInFloat(given);
        }
        Sameness sameness = sameBits ? Sameness.SAME_BITS : Sameness.SAME_UP_TO_ROUNDING;
        return result(sameness, KINDS * runs, compared, unbounded, shared, Optional.empty());
    }

    private static CounterExample smallest(Pair pair, Cases cases, Case given, Pair.Found found) {
        Case smallest = new CaseShrinker(pair, cases, found.isClear()).smallest(given);
        Pair.Found shown = pair.compare(smallest).found().orElse(found);
        return pair.explain(smallest, shown);
    }

    /** The hyperparameters of the first rule that the second has, with what they are there. */
    private Map<String, Hyper> shared() {
        Map<String, Hyper> shared = new HashMap<>();
        for (Hyper hyper : left.hypers()) {
            String name = names.getOrDefault(hyper.name(), hyper.name());
            boolean taken = !names.containsKey(hyper.name()) && names.containsValue(name);
            if (!taken) {
                find(right, name).ifPresent(other -> shared.put(hyper.name(), other));
            }
        }
        return shared;
    }

    private Equivalence result(
            Sameness sameness,
            int made,
            long compared,
            long unbounded,
            Map<String, Hyper> shared,
            Optional<CounterExample> example) {
        return new Equivalence(
                left.name(), right.name(), sameness, made, compared, unbounded, remarks(shared), example);
    }

    private List<String> remarks(Map<String, Hyper> shared) {
        List<String> remarks = new ArrayList<>();
        for (Hyper hyper : left.hypers()) {
            Optional<Hyper> other = Optional.ofNullable(shared.get(hyper.name()));
            if (other.isEmpty()) {
                remarks.add(alone(hyper, left));
            } else if (other.orElseThrow().defaultValue() != hyper.defaultValue()) {
                remarks.add("'" + hyper.name() + "' is " + hyper.defaultValue() + " in " + left.name() + " and "
                        + other.orElseThrow().defaultValue() + " in " + right.name()
                        + " unless it is set; here it is the same in both");
            }
        }
        for (Hyper hyper : right.hypers()) {
            if (!shared.containsValue(hyper)) {
                remarks.add(alone(hyper, right));
            }
        }
        options(left, right, remarks);
        options(right, left, remarks);
        return remarks;
    }

    private static String alone(Hyper hyper, EquationSystem owner) {
        return "only " + owner.name() + " has '" + hyper.name() + "'; it stays " + hyper.defaultValue();
    }

    private static void options(EquationSystem owner, EquationSystem other, List<String> remarks) {
        List<String> known = other.options().stream().map(OptionValue::name).toList();
        owner.options().stream()
                .filter(option -> !known.contains(option.name()))
                .forEach(option -> remarks.add(
                        "only " + owner.name() + " has the option '" + option.name() + "'; it is " + option.value()));
    }
}

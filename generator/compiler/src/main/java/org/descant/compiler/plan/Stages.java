package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/**
 * When values can be known first, as a count of the sweeps that must be over. A reduction is known one sweep after its argument can be
 * computed, and a gradient one sweep after its point, which that sweep writes; all else when its parts are. Gradients come in their
 * order, each after a sweep of its own that can save what the one before gave; but what is at w needs none if it comes first.
 */
final class Stages {
    private final Map<Variable, Integer> stages = new HashMap<>();
    private final Map<Variable, Expr> values = new HashMap<>();
    private final List<Point> points;
    private final List<Demand> demands;
    private final List<RangeCheck> checks;
    private final List<Integer> asked = new ArrayList<>();

    /**
     * @param equations in the order of their dependency
     * @param checks which make a step fail before anything is stored
     */
    Stages(List<Equation> equations, Requests requests, List<RangeCheck> checks) {
        points = requests.points();
        demands = requests.demands();
        this.checks = List.copyOf(checks);
        equations.forEach(equation -> values.put(equation.target(), equation.value()));
        equations.forEach(equation -> of(equation.target()));
        while (asked.size() < points.size()) {
            ask();
        }
    }

    private void ask() {
        int place = asked.size();
        Point point = points.get(place);
        if (place == 0 && point.condition().isEmpty() && !moves(place)) {
            asked.add(0);
            return;
        }
        int known = of(point.evaluation().point());
        int decided = point.condition().map(this::of).orElse(0);
        int before = place == 0 ? 0 : asked.get(place - 1);
        asked.add(1 + Math.max(before, Math.max(known, decided)));
    }

    /** Whether the point of a gradient has to be written: it is not w, or w is not in place any more. */
    boolean moves(int place) {
        return points.subList(0, place + 1).stream()
                .anyMatch(point -> !point.evaluation().point().equals(new Weight()));
    }

    /** How many sweeps are over when a gradient is asked for. */
    int asked(int place) {
        while (asked.size() <= place) {
            ask();
        }
        return asked.get(place);
    }

    /** When a check can be made: its value is per step, but whether it is wanted may be known late. */
    int of(RangeCheck check) {
        int decided = check.clock().conditions().stream()
                .mapToInt(condition -> stages.entrySet().stream()
                        .filter(entry -> entry.getKey().name().equals(condition))
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        return Math.max(of(check.value()), decided);
    }

    /** How many sweeps must be over before anything may be stored: gradients and inputs that are asked for and checks may throw until then. */
    int firstStored() {
        int lastAsked = asked.stream().mapToInt(Integer::intValue).max().orElse(0);
        int lastChecked = checks.stream().mapToInt(this::of).max().orElse(0);
        return Math.max(Math.max(lastAsked, lastChecked), lastInput());
    }

    /** How many sweeps must be over before an expression can be computed: the number of the sweep that can do it. */
    int of(Expr expr) {
        if (expr instanceof Read read) {
            return of(read.variable());
        } else if (expr instanceof Gradient gradient) {
            return asked(place(gradient));
        } else if (expr instanceof Loss) {
            return asked(0);
        } else if (expr instanceof InputRead read) {
            return of(read.input());
        }
        int stage = Subexpressions.of(expr).stream().mapToInt(this::of).max().orElse(0);
        return expr instanceof Reduce ? stage + 1 : stage;
    }

    /** Tensors can read what is asked for before their sweep; the prologue of a group takes what an earlier one has found to be read. */
    private int of(Input input) {
        Optional<Expr> condition = condition(input);
        boolean isOfGroups = Level.of(input.shape()) == Level.GROUP;
        return condition.map(decided -> of(decided) + (isOfGroups ? 1 : 0)).orElse(0);
    }

    /** The sweep before which it is known whether an input is read. */
    int decided(Input input) {
        return condition(input).map(this::of).orElse(0);
    }

    private Optional<Expr> condition(Input input) {
        return demands.stream()
                .filter(demand -> demand.input().equals(input))
                .findFirst()
                .flatMap(Demand::condition);
    }

    /** The last stage at which an input is taken. */
    int lastInput() {
        return demands.stream().mapToInt(demand -> of(demand.input())).max().orElse(0);
    }

    /** The place of a gradient among those that are asked for. */
    int place(Gradient gradient) {
        for (int place = 0; place < points.size(); place++) {
            if (points.get(place).evaluation().index() == gradient.evaluation()) {
                return place;
            }
        }
        throw new IllegalStateException("no evaluation gives " + gradient);
    }

    int of(Variable variable) {
        Integer known = stages.get(variable);
        if (known != null) {
            return known;
        }
        Expr value = values.get(variable);
        if (value == null) {
            throw new IllegalStateException("no equation defines " + variable.name());
        }
        int stage = of(value);
        stages.put(variable, stage);
        return stage;
    }
}

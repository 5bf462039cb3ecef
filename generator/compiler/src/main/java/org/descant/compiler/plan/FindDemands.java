package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;

/**
 * Finds out on which steps each input is read: a place that reads it does not count while its clock stands still, or in the branch of a
 * choice per step that is not taken.
 */
final class FindDemands {
    private static final Expr ALWAYS = new Truth(true);

    private final EquationSystem system;
    private final Placement placement;
    private final Function<Clock, Optional<Expr>> conditions;
    private final Map<Variable, Expr> values = new HashMap<>();
    private final Map<Input, List<Expr>> found = new LinkedHashMap<>();

    private FindDemands(EquationSystem system, Placement placement, Function<Clock, Optional<Expr>> conditions) {
        this.system = system;
        this.placement = placement;
        this.conditions = conditions;
        system.equations().forEach(equation -> values.put(equation.target(), equation.value()));
    }

    /** @param conditions when a clock is active */
    static List<Demand> in(EquationSystem system, Placement placement, Function<Clock, Optional<Expr>> conditions) {
        return new FindDemands(system, placement, conditions).demands();
    }

    private List<Demand> demands() {
        for (Equation equation : system.equations()) {
            visit(equation.value(), conditions.apply(equation.clock()).orElse(ALWAYS));
        }
        for (Evaluation evaluation : system.evaluations()) {
            visit(evaluation.point(), conditions.apply(evaluation.clock()).orElse(ALWAYS));
        }
        for (Update update : system.updates()) {
            visit(update.next(), conditions.apply(update.state().clock()).orElse(ALWAYS));
        }
        List<Demand> demands = new ArrayList<>();
        for (Input input : system.inputs()) {
            if (found.containsKey(input)) {
                demands.add(new Demand(input, any(found.getOrDefault(input, List.of()))));
            }
        }
        return demands;
    }

    private void visit(Expr expr, Expr when) {
        if (expr instanceof InputRead read) {
            found.computeIfAbsent(read.input(), input -> new ArrayList<>()).add(when);
        } else if (expr instanceof Apply choice
                && choice.operator().isChoice()
                && Shape.STEP.contains(choice.operands().get(0).shape())) {
            Expr condition = choice.operands().get(0);
            visit(condition, when);
            visit(choice.operands().get(1), both(when, condition));
            visit(choice.operands().get(2), both(when, new Apply(Operator.NOT, condition)));
        } else {
            Subexpressions.of(expr).forEach(part -> visit(part, when));
        }
    }

    private static Expr both(Expr outer, Expr inner) {
        return outer.equals(ALWAYS) ? inner : new Apply(Operator.AND, outer, inner);
    }

    /**
     * Nothing if the input is read in every step; or if an input that is not there in every step would have to tell, or a number that loops
     * round, whose type no prologue knows.
     */
    private Optional<Expr> any(List<Expr> places) {
        List<Expr> different = places.stream().distinct().toList();
        if (different.contains(ALWAYS) || !different.stream().allMatch(this::isKnownBefore)) {
            return Optional.empty();
        }
        return different.stream().reduce((one, other) -> new Apply(Operator.OR, one, other));
    }

    private boolean isKnownBefore(Expr condition) {
        if (placement.hasRounded(condition)) {
            return false;
        }
        Set<Variable> seen = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(condition));
        int points = 0;
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (expr instanceof InputRead read && !isOfEveryStep(read.input())) {
                return false;
            }
            if (expr instanceof Read read && seen.add(read.variable())) {
                Optional.ofNullable(values.get(read.variable())).ifPresent(open::push);
            }
            int needed = evaluations(expr);
            for (; points < needed; points++) {
                open.push(system.evaluations().get(points).point());
            }
            Subexpressions.of(expr).forEach(open::push);
        }
        return true;
    }

    private boolean isOfEveryStep(Input input) {
        return found.getOrDefault(input, List.of()).contains(ALWAYS);
    }

    /** How many gradients, in their order, must have been asked for before an expression is known. */
    private int evaluations(Expr expr) {
        if (expr instanceof Gradient gradient) {
            return 1
                    + system.evaluations().stream()
                            .map(Evaluation::index)
                            .toList()
                            .indexOf(gradient.evaluation());
        }
        return expr instanceof Loss ? 1 : 0;
    }
}

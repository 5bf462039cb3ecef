package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Update;

/**
 * A schedule as it will be generated: numbers in double, computed from the clock and the parameters whenever it is asked.
 *
 * @param equations in the order of their dependency; the last is the value's own where it has one
 * @param value what the schedule gives
 */
public record SchedulePlan(EquationSystem system, List<Equation> equations, Expr value) {
    private static final Expr CLOCK = new Apply(Operator.SUBTRACT, new StepCount(), new Constant(1));

    public SchedulePlan {
        equations = List.copyOf(equations);
    }

    /**
     * Plans the system of a schedule.
     *
     * @param system a system whose only output is the schedule's value; that it moves no parameter needs no code
     */
    public static SchedulePlan of(EquationSystem system) {
        Update update = system.updates().stream()
                .filter(candidate ->
                        candidate.state().equals(system.outputs().get(0).state()))
                .findFirst()
                .orElseThrow();
        List<Equation> equations = system.equations().stream()
                .filter(equation -> !equation.target().equals(system.weight()))
                .toList();
        return new SchedulePlan(system, equations, update.next());
    }

    /** Whether an equation is the one that gives the value. */
    public boolean isValue(Equation equation) {
        return value.equals(new Read(equation.target()));
    }

    /** Whether an equation is the clock: {@code k = t - 1}, the number of completed updates. */
    public boolean isClock(Equation equation) {
        return equation.value().equals(CLOCK);
    }
}

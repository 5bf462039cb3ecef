package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/** Makes the plan of a rule: numbers go into prologues, elements into loops, and a barrier stands where a reduction must be known. */
public final class Planner {
    private Planner() {}

    /** The plan for the JVM, or nothing where a part of the rule cannot be generated, which then is reported. */
    public static Optional<Plan> plan(EquationSystem system, Diagnostics diagnostics) {
        return plan(system, LoopBudget.OF_JVM, diagnostics);
    }

    /** The plan for a compiler that makes vector code of loops that hold so much. */
    public static Optional<Plan> plan(EquationSystem system, LoopBudget budget, Diagnostics diagnostics) {
        if (UnsupportedParts.report(system, diagnostics)) {
            return Optional.empty();
        }
        Plan plan = new SystemPlanner(DeferOutputs.defer(system), budget).plan();
        boolean fits = true;
        for (Sweep sweep : plan.sweeps()) {
            fits &= sweep.allLoops().stream().allMatch(loop -> fits(loop, system, diagnostics));
        }
        fits &= plan.startLoops().stream().allMatch(loop -> fits(loop, system, diagnostics));
        fits &= plan.computed().stream().allMatch(output -> fits(output.loop(), system, diagnostics));
        return fits ? Optional.of(plan) : Optional.empty();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static boolean fits(Loop loop, EquationSystem system, Diagnostics diagnostics) {
        if (loop.slots() <= Loop.MOST_SLOTS) {
            return true;
        }
        diagnostics.report(Diagnostic.error(
                system.origin().span(),
                "the rule '" + system.name() + "' has " + counted(loop.buffers().size(), "array") + " and "
                        + counted(loop.scalars().size() + loop.flags().size(), "number")
                        + " in one loop, more than the " + Loop.MOST_SLOTS + " that a Java method takes",
                "keep fewer states, or make several rules of it"));
        return false;
    }
}

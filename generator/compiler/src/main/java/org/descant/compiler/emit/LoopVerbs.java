package org.descant.compiler.emit;

import java.util.Locale;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;

/** What the methods that are made of loops are called: by what the loops do. */
final class LoopVerbs {
    private final Plan plan;

    LoopVerbs(Plan plan) {
        this.plan = plan;
    }

    /** What a loop of a sweep does. */
    String of(int number, Loop loop) {
        if (!loop.space().isOfElements()) {
            return verbOfCells(loop);
        }
        return loop.writesTerms() ? "reduce" : verbOfUpdate(number, loop);
    }

    /** Before the last gradient nothing is updated: its point is written, and what it would overwrite is carried over it. */
    private String verbOfUpdate(int sweep, Loop loop) {
        boolean isBeforeGradient = plan.asked().stream().anyMatch(asked -> asked.afterSweeps() > sweep);
        boolean writesWeights = loop.writes().stream().anyMatch(buffer -> buffer.before() instanceof Weight);
        if (isBeforeGradient) {
            return writesWeights ? "moveToPoint" : "carry";
        }
        boolean writesStates = loop.writes().stream().anyMatch(buffer -> buffer.before() instanceof Previous);
        return writesWeights ? "update" : writesStates ? "updateStates" : "keep";
    }

    private static String verbOfCells(Loop loop) {
        String things = loop.space().cell().name().toLowerCase(Locale.ROOT);
        return (loop.writesTerms() ? "reduce" : "update") + JavaNames.capital(things) + "s";
    }
}

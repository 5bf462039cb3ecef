package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A loop as it is run: what holds for all elements or for none is decided before, so that there is a loop for either truth. C2 would make two of one loop, too. But while it has not
 * seen such a condition to hold, it takes it out of the loop as a guess, together with the bounds of the arrays; and when the guess turns out wrong, C2 of JDK 25 makes no guess about
 * that loop again. A condition that first holds on a late step would cost the loop its vector code for good: GradientAccumulation took 0.7 to 1.7 ns for each element from there on, and not
 * 0.1. Decided before the loop it costs nothing but that another loop is compiled.
 */
public sealed interface LoopCases {
    /** The most conditions that are decided, one within the other: there are eight loops then. Those that are left are decided element by element. */
    int MOST_DECIDED = 3;

    /**
     * The most that all loops of a kernel may weigh together. They take some 2 or 3 bytes of a class file for each unit, and C2 compiles no method of more than 8,000; a loop that is
     * vector code weighs 190 at the most ({@link LoopBudget#OF_JVM}), so that it has room for three conditions.
     */
    int HEAVIEST = 1_600;

    /** The elements as they are. */
    record Nothing() implements LoopCases {}

    /** One loop. */
    record Turns(Loop loop) implements LoopCases {}

    /** What is run where a condition holds, and where it does not. */
    record Decision(Flag flag, LoopCases where, LoopCases otherwise) implements LoopCases {}

    /** The cases of a loop. */
    static LoopCases of(Loop loop) {
        return of(loop, MOST_DECIDED, HEAVIEST);
    }

    private static LoopCases of(Loop loop, int most, int heaviest) {
        if (loop.stores().isEmpty()) {
            return new Nothing();
        }
        int half = heaviest / 2;
        if (most == 0 || loop.flags().isEmpty() || LoopBudget.weight(loop) > half) {
            return new Turns(loop);
        }
        Flag flag = loop.flags().get(0);
        LoopCases where = of(DecidedLoop.of(loop, flag, true), most - 1, half);
        LoopCases otherwise = of(DecidedLoop.of(loop, flag, false), most - 1, half);
        boolean isNothing = where instanceof Nothing && otherwise instanceof Nothing;
        return isNothing ? where : new Decision(flag, where, otherwise);
    }

    /** The loops of all cases. */
    default List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        if (this instanceof Turns turns) {
            loops.add(turns.loop());
        } else if (this instanceof Decision decision) {
            loops.addAll(decision.where().loops());
            loops.addAll(decision.otherwise().loops());
        }
        return loops;
    }
}

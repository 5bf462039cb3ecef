package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Subexpressions;

/**
 * How much a loop may hold so that C2 still turns it into vector code. Above a number of nodes it unrolls no further, and without unrolling
 * makes no vectors: the loop is 10 to 30 times slower, and nothing says so.
 *
 * <p>Found by the times of 1,431 generated loops over {@code from} to {@code to}, with up to six arrays that are read, five that are read
 * and written, two that are written, and up to 44 operations: on JDK 25 the largest that were fast have
 * {@code operations + 6 read + 7 read and written + 6 written <= 52}. On JDK 17 too few of those that read several arrays were compiled in
 * time to tell; those that read one agree. Near that limit the same body is vector code in one run and not in the next, so that
 * less is taken.
 *
 * @param limit the weight up to which a loop is left whole
 */
public record LoopBudget(int limit) {
    /** What the JVM's compiler makes vector code of, on JDK 17 to 25 without any option. */
    public static final LoopBudget OF_JVM = new LoopBudget(48);

    /** For compilers that make vector code of any loop: none is split. */
    public static final LoopBudget NONE = new LoopBudget(Integer.MAX_VALUE);

    private static final int READ = 6;
    private static final int READ_AND_WRITTEN = 7;
    private static final int WRITTEN = 6;

    /** What takes more than one operation of the processor. */
    private static final Map<Operator, Integer> OPERATIONS =
            Map.of(Operator.CUBE, 2, Operator.FOURTH, 3, Operator.CLAMP, 2, Operator.SIGN, 3);

    /**
     * A choice for each element makes a loop scalar code, so that such a loop should hold nothing else, as far as it can be split. Functions beyond the root
     * do so too, but take so long that to compute one a second time in another loop would cost more than all else that is saved.
     */
    private static final int CHOICE = OF_JVM.limit;

    /** Whether a loop may hold what it holds. */
    public boolean allows(Loop loop) {
        return weight(loop) <= limit;
    }

    /** What a loop weighs. */
    public static int weight(Loop loop) {
        List<Buffer> reads = loop.reads();
        List<Buffer> writes = loop.writes();
        int weight = 0;
        for (Buffer buffer : loop.buffers()) {
            boolean isRead = reads.contains(buffer);
            weight += isRead && writes.contains(buffer) ? READ_AND_WRITTEN : isRead ? READ : WRITTEN;
        }
        weight += loop.equations().stream().mapToInt(e -> operations(e.value())).sum();
        return weight
                + loop.stores().stream().mapToInt(s -> operations(s.value())).sum();
    }

    private static int operations(Apply apply) {
        boolean isChoice = apply.operator() == Operator.CHOOSE
                && !apply.operands().get(0).shape().isNumber();
        return isChoice ? CHOICE : OPERATIONS.getOrDefault(apply.operator(), 1);
    }

    /** By how much a loop holds too much. */
    int excess(Loop loop) {
        return Math.max(0, weight(loop) - limit);
    }

    private static int operations(Expr value) {
        int operations = 0;
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (!(expr instanceof Narrow)) {
                operations += expr instanceof Apply apply ? operations(apply) : 0;
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        return operations;
    }
}

package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Subexpressions;

/**
 * How much a loop may hold so that C2 still turns it into vector code. Of a loop that is not unrolled it makes no vectors: an iteration takes 4 to 30 times as long, and nothing says so.
 *
 * <p>It unrolls by itself what has few nodes. Found by the times of 1,431 generated loops over {@code from} to {@code to}, with up to six arrays that are read, five that are read
 * and written, two that are written, and up to 44 operations: on JDK 25 the largest that were fast have
 * {@code operations + 6 read + 7 read and written + 6 written <= 52}. On JDK 17 too few of those that read several arrays were compiled in
 * time to tell; those that read one agree. Near that limit the same body is vector code in one run and not in the next, so that
 * less is taken.
 *
 * <p>With the mark of a long loop ({@link org.descant.runtime.LongLoop}) the limit is four times as high: of 36 loops with one to twelve states, those up to a weight of 215 were vector code
 * with it on JDK 17 and 25, and took an eighth of the time that they took without. The more a loop holds, the likelier C2 takes one statement of it for another, so that long loops are
 * only those where that is unlikely ({@link PairingRisks}).
 *
 * @param limit the weight up to which a loop is left whole
 */
public record LoopBudget(int limit) {
    /** What the JVM's compiler makes vector code of, on JDK 17 to 25 without any option. */
    public static final LoopBudget OF_JVM = new LoopBudget(190);

    /** What it makes vector code of without a mark. */
    private static final int SHORT = 48;

    /** For compilers that make vector code of any loop: none is split. */
    public static final LoopBudget NONE = new LoopBudget(Integer.MAX_VALUE);

    /** So much above that a loop becomes vector code more often than not. */
    private static final int DOUBT = 8;

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
    private static final int CHOICE = SHORT;

    /** What C2 makes scalar code of, with all that stands in the same loop. */
    private static final Set<Operator> FUNCTIONS = EnumSet.of(
            Operator.POWER,
            Operator.CBRT,
            Operator.EXP,
            Operator.LOG,
            Operator.LOG1P,
            Operator.EXPM1,
            Operator.TANH,
            Operator.SIN,
            Operator.COS,
            Operator.ERF,
            Operator.FLOOR,
            Operator.CEIL,
            Operator.ROUND,
            Operator.MOD,
            Operator.HYPOT,
            Operator.BF16,
            Operator.F16,
            Operator.F32);

    /**
     * What operations weigh in such a loop beside what they weigh in vector code, where values that move are the measure: a division and a root are computed for one element
     * at a time, and a bound has to tell the zeros apart and let NaN through.
     */
    private static final Map<Operator, Integer> SCALAR = Map.of(
            Operator.MIN,
            3,
            Operator.MAX,
            3,
            Operator.CLAMP,
            6,
            Operator.SIGN,
            6,
            Operator.DIVIDE,
            4,
            Operator.SQRT,
            4);

    /** Whether loops are for a compiler that has to find vectors by itself. */
    boolean isLimited() {
        return limit < NONE.limit;
    }

    /** Whether a loop may hold what it holds: each of its cases may. */
    public boolean allows(Loop loop) {
        boolean mayBeLong = !leavesSomeAsItIs(loop);
        return LoopCases.of(loop).loops().stream().allMatch(each -> allowsCase(each, mayBeLong));
    }

    private boolean allowsCase(Loop loop, boolean mayBeLong) {
        int weight = weight(loop);
        return weight <= Math.min(SHORT, limit)
                || (weight <= limit && (!isLimited() || (mayBeLong && isOfVectors(loop) && isClear(loop))));
    }

    /** Whether a loop could be a long one, if it is written so that it is clear. */
    boolean couldAllow(Loop loop) {
        return isLimited()
                && LoopCases.of(loop).loops().stream().allMatch(each -> weight(each) <= limit && isOfVectors(each));
    }

    /** Whether nothing in a loop makes scalar code of it; a condition for all elements that is left undecided would, in a long one. */
    private static boolean isOfVectors(Loop loop) {
        return loop.flags().isEmpty()
                && sum(loop, apply -> isChoice(apply) || FUNCTIONS.contains(apply.operator()) ? 1 : 0) == 0;
    }

    /** Whether on some steps it would store what was there. A loop of its own for that is not run then: SophiaG takes 0.15 ns so, and 0.17 to 0.21 as one loop (JDK 25). */
    private static boolean leavesSomeAsItIs(Loop loop) {
        return loop.stores().stream()
                .anyMatch(store -> loop.computed(store.value()) instanceof Apply apply
                        && apply.operator() == Operator.CHOOSE
                        && apply.operands().contains(store.buffer().before()));
    }

    private static boolean isClear(Loop loop) {
        return PairingRisks.of(
                        loop.loads(),
                        loop.equations(),
                        loop.stores().stream().map(Store::value).toList())
                .allowLongLoop();
    }

    /** Whether the loop of a case is vector code only with the mark of a long one. */
    public static boolean isLong(Loop loop) {
        return weight(loop) > SHORT && isOfVectors(loop);
    }

    /** Whether a loop that writes terms may add so many of them to a lane in each turn instead. */
    public boolean allowsToAdd(int count, Loop terms) {
        return count * (weight(terms) - WRITTEN + 1) + READ_AND_WRITTEN <= SHORT;
    }

    /** What a loop weighs. */
    public static int weight(Loop loop) {
        List<Buffer> reads = loop.reads();
        List<Buffer> writes = loop.writes();
        int weight = 0;
        for (Buffer buffer : reads) {
            weight += writes.contains(buffer) ? READ_AND_WRITTEN : READ;
        }
        for (Buffer buffer : Set.copyOf(writes)) {
            weight += reads.contains(buffer) ? 0 : WRITTEN;
        }
        return weight + sum(loop, LoopBudget::operations);
    }

    private static int operations(Apply apply) {
        return isChoice(apply) ? CHOICE : OPERATIONS.getOrDefault(apply.operator(), 1);
    }

    private static boolean isChoice(Apply apply) {
        return apply.operator() == Operator.CHOOSE
                && !apply.operands().get(0).shape().isNumber();
    }

    /**
     * By how much a loop holds too much: half of what is above the limit, where that is in doubt; all that it holds, where it is scalar code for certain; and
     * with a choice all but that, as scalar code takes it.
     */
    int excess(Loop loop) {
        boolean mayBeLong = !leavesSomeAsItIs(loop);
        return LoopCases.of(loop).loops().stream()
                .mapToInt(each -> excessOfCase(each, mayBeLong))
                .max()
                .orElse(0);
    }

    private int excessOfCase(Loop loop, boolean mayBeLong) {
        if (allowsCase(loop, mayBeLong)) {
            return 0;
        }
        int weight = weight(loop);
        boolean hasChoice = sum(loop, apply -> isChoice(apply) ? 1 : 0) > 0;
        return hasChoice
                ? weight - SHORT + sum(loop, apply -> SCALAR.getOrDefault(apply.operator(), 0))
                : weight < SHORT + DOUBT ? (weight - SHORT + 1) / 2 : weight;
    }

    /** What the operations of a loop on elements come to. */
    private static int sum(Loop loop, ToIntFunction<Apply> measure) {
        Deque<Expr> open = new ArrayDeque<>();
        loop.equations().forEach(equation -> open.push(equation.value()));
        loop.stores().forEach(store -> open.push(store.value()));
        int sum = 0;
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (!(expr instanceof Narrow)) {
                sum += expr instanceof Apply apply ? measure.applyAsInt(apply) : 0;
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        return sum;
    }
}

package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;

/**
 * The ways to keep what later sweeps or loops need, and the best of them: what moves the fewest values and leaves the least to loops that are no vector code, and among equals
 * computes least.
 */
final class Ways {
    /** What it costs to hand a value from loop to loop, beside the value that is moved: less than this is not worth a loop more. */
    private static final int SPILL = 3;

    /** Loops that weigh more hold so many choices, or are so long, that a value handed on would leave what they are; and to try each takes long. */
    private static final int HOPELESS = 8 * LoopBudget.OF_JVM.limit();

    private final Function<List<Carry>, Passes> passes;
    private final int firstBuffer;
    private final LoopBudget budget;
    private final List<String> reasons = new ArrayList<>();

    /**
     * @param passes the best loops for what is kept
     * @param firstBuffer the number of the first buffer that is free for it
     * @param budget what one loop may hold
     */
    Ways(Function<List<Carry>, Passes> passes, int firstBuffer, LoopBudget budget) {
        this.budget = budget;
        this.passes = passes;
        this.firstBuffer = firstBuffer;
    }

    /** The best of the ways to save what gradients overwrite. */
    Passes best(List<List<Carry>> ways) {
        Passes first = passes.apply(ways.get(0));
        if (ways.size() == 1) {
            return first;
        }
        Passes second = passes.apply(ways.get(1));
        boolean isFirst = first.traffic() <= second.traffic();
        Passes better = isFirst ? first : second;
        better.reasonInsteadOf(isFirst ? second : first).ifPresent(reasons::add);
        return better;
    }

    /** Says of the loops that were chosen why. */
    Passes explained(Passes chosen) {
        Passes all = chosen;
        for (String reason : reasons) {
            all = all.because(reason);
        }
        return all;
    }

    /** Loops that also keep what is cheaper to keep than to compute again. */
    Passes keeping(Keeps keeps, List<Read> candidates, Passes plain) {
        List<Read> kept = new ArrayList<>(candidates);
        Passes best = with(keeps, kept, plain);
        for (Read read : candidates) {
            List<Read> fewer = new ArrayList<>(kept);
            fewer.remove(read);
            Passes less = with(keeps, fewer, plain);
            if (!isBetter(best, less, plain)) {
                kept = fewer;
                best = less;
            }
        }
        if (kept.isEmpty() || !isBetter(best, plain, plain)) {
            return plain;
        }
        reasons.add(namesBehind(plain, best)
                + " kept for the last sweep, in memory as long as the longest array of values");
        return best;
    }

    /** Loops that also hand values to each other, where they hold less than they may only then. */
    Passes spilling(Spills spills, List<Read> candidates, Passes unspilled, Passes plain) {
        Passes best = unspilled;
        Optional<Passes> better = Optional.of(unspilled);
        while (better.isPresent()) {
            best = better.get();
            better = spillingOneMore(spills, candidates, best, plain);
        }
        if (best.carried() > unspilled.carried()) {
            reasons.add(namesBehind(unspilled, best)
                    + " handed from loop to loop, in memory as long as the longest array of values");
        }
        return best;
    }

    /** The names of what some loops carry and others do not. */
    private static String namesBehind(Passes fewer, Passes more) {
        return more.carries().stream()
                .skip(fewer.carries().size())
                .map(carry -> carry.buffer().name())
                .collect(Collectors.joining(", "));
    }

    private Optional<Passes> spillingOneMore(Spills spills, List<Read> candidates, Passes best, Passes plain) {
        if (best.excess(budget) == 0 || best.weight() > HOPELESS) {
            return Optional.empty();
        }
        List<Expr> carried = best.carries().stream().map(Carry::value).toList();
        return candidates.stream()
                .filter(read -> !carried.contains(read))
                .map(read -> passes.apply(with(best.carries(), spills.carry(read, firstBuffer + carried.size()))))
                .min(Comparator.comparingInt(each -> cost(each, plain)))
                .filter(each -> cost(each, plain) + SPILL < cost(best, plain));
    }

    private static List<Carry> with(List<Carry> carries, Carry last) {
        List<Carry> more = new ArrayList<>(carries);
        more.add(last);
        return more;
    }

    private Passes with(Keeps keeps, List<Read> kept, Passes plain) {
        if (kept.isEmpty()) {
            return plain;
        }
        List<Carry> carries = new ArrayList<>(plain.carries());
        kept.forEach(read -> carries.add(keeps.carry(read, firstBuffer + carries.size())));
        return passes.apply(carries);
    }

    private boolean isBetter(Passes one, Passes other, Passes plain) {
        int difference = cost(one, plain) - cost(other, plain);
        return difference < 0 || (difference == 0 && one.weight() < other.weight());
    }

    /**
     * Twice the values that move; what is kept costs half, as it stays in the cache where tensors have arrays of their own and fit. An operation
     * in a loop that is not vector code costs as much as a value that moves.
     */
    private int cost(Passes passes, Passes plain) {
        Set<Integer> kept = new HashSet<>();
        passes.carries().stream()
                .skip(plain.carries().size())
                .forEach(carry -> kept.add(carry.buffer().number()));
        return passes.excess(budget)
                + 2 * passes.traffic()
                - passes.passes().stream().mapToInt(pass -> pass.uses(kept)).sum();
    }
}

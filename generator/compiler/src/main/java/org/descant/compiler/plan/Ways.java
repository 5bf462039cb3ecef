package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Read;

/** The ways to keep what later sweeps need, and the best of them: that which moves the fewest values, and among equals computes least. */
final class Ways {
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
        String names = kept.stream().map(read -> read.variable().name()).collect(Collectors.joining(", "));
        reasons.add(names + " kept for the last sweep, in memory as long as the longest array of values");
        return best;
    }

    private Passes with(Keeps keeps, List<Read> kept, Passes plain) {
        if (kept.isEmpty()) {
            return plain;
        }
        List<Carry> carries = new ArrayList<>(plain.carries());
        for (Read read : kept) {
            Buffer buffer =
                    new Buffer(firstBuffer + carries.size(), read.variable().name(), read);
            carries.add(new Carry(read, keeps.sweep(read).orElseThrow(), buffer));
        }
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
        int scalar =
                passes.passes().stream().mapToInt(pass -> pass.excess(budget)).sum();
        return scalar
                + 2 * passes.traffic()
                - passes.passes().stream().mapToInt(pass -> pass.uses(kept)).sum();
    }
}

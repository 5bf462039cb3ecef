package org.descant.compiler.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.State;

/**
 * What conditions on a tensor's dimensions decide for it once and for all.
 *
 * @param conditions made of dimensions and constants alone
 * @param unneeded for every way in which they may turn out what a tensor then has no use for; the condition number k is the bit k of a
 *     way's number
 */
public record Variants(List<Expr> conditions, List<Unneeded> unneeded) {
    static final Variants NONE = new Variants(List.of(), List.of());

    public Variants {
        conditions = List.copyOf(conditions);
        unneeded = List.copyOf(unneeded);
    }

    /** A way in words: {@code rank >= 2, not rows > cols}. */
    public String words(int way) {
        return IntStream.range(0, conditions.size())
                .mapToObj(k -> Printer.print(isTrue(way, k) ? conditions.get(k) : not(conditions.get(k))))
                .collect(Collectors.joining(", "));
    }

    private static boolean isTrue(int way, int condition) {
        return (way >> condition & 1) != 0;
    }

    private static Expr not(Expr condition) {
        return new Apply(Operator.NOT, condition);
    }

    /**
     * What some tensors have no use for.
     *
     * @param states of elements, rows, columns or matrices
     * @param reads what reads the cells and results of reductions that need not be computed
     */
    public record Unneeded(Set<State> states, Set<Expr> reads) {
        public Unneeded {
            states = Set.copyOf(states);
            reads = Set.copyOf(reads);
        }

        /** Whether a cell holds what is not needed. */
        public boolean hasCell(Buffer cell) {
            return cell.before() instanceof Previous previous
                    ? states.contains(previous.state())
                    : reads.contains(cell.before());
        }

        /** Whether a reduction need not be made. */
        public boolean hasReduction(Reduced reduced) {
            return reads.contains(reduced.reduce());
        }

        boolean isNothing() {
            return states.isEmpty() && reads.isEmpty();
        }
    }
}

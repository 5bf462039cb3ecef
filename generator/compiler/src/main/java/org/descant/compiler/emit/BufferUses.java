package org.descant.compiler.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Store;

/** Where a loop reads what its buffers held before the step, so that nothing is overwritten too early or loaded twice. */
final class BufferUses {
    private final Map<Expr, Integer> reads = new HashMap<>();
    private final List<Set<Expr>> leavesOfEquations = new ArrayList<>();
    private final Set<Expr> kept = new HashSet<>();
    private final Set<Expr> computed = new HashSet<>();

    BufferUses(Loop loop) {
        for (Equation equation : loop.equations()) {
            computed.add(new Read(equation.target()));
            count(equation.value(), 1);
            leavesOfEquations.add(leaves(equation.value()));
        }
        loop.stores().forEach(store -> count(store.value(), 1));
        for (Buffer buffer : loop.reads()) {
            if (isReadTwice(buffer)) {
                keep(buffer);
            }
        }
    }

    /** Whether a value is used more than once, so that one load into a local serves all. */
    boolean isReadTwice(Buffer buffer) {
        return reads.getOrDefault(buffer.before(), 0) > 1;
    }

    /** Notes that a local holds what a buffer held, so that the buffer may be overwritten. */
    void keep(Buffer buffer) {
        kept.add(buffer.before());
    }

    /** Whether a variable is nothing but what this store leaves in its buffer. */
    boolean isOnlyStored(Variable variable, Store store) {
        Read read = new Read(variable);
        return store.value().equals(read) && reads.getOrDefault(read, 0) == 1;
    }

    /** Whether nothing behind the equation at this place, and no other pending store, reads what this store overwrites. */
    boolean isFree(Store store, int place, List<Store> pending) {
        return leavesOfEquations.stream().skip(place + 1L).noneMatch(leaves -> overwrites(store, leaves))
                && pending.stream()
                        .filter(other -> !other.equals(store))
                        .noneMatch(other -> overwrites(store, leaves(other.value())));
    }

    /** Whether a store overwrites any of some leaves, unless a local holds it. */
    private boolean overwrites(Store store, Set<Expr> leaves) {
        Expr before = store.buffer().before();
        boolean isRead = leaves.contains(before) && !kept.contains(before) && !computed.contains(before);
        boolean isGradientRead = mayLieInGradient(store)
                && leaves.stream().anyMatch(leaf -> leaf instanceof Gradient && !kept.contains(leaf));
        return isRead || isGradientRead;
    }

    /** Whether what is stored is kept for a later sweep or loop: the caller may have let the array of the gradient serve for it. */
    private static boolean mayLieInGradient(Store store) {
        return store.buffer().before() instanceof Read;
    }

    private void count(Expr expr, int times) {
        List<Expr> parts = parts(expr);
        if (parts.isEmpty()) {
            reads.merge(expr, times, Integer::sum);
        }
        int repeated = expr instanceof Apply apply ? times * repetitions(apply.operator()) : times;
        parts.forEach(part -> count(part, repeated));
    }

    /** What a loop computes an expression from; numbers and results of reductions are given to it. */
    private static List<Expr> parts(Expr expr) {
        return expr instanceof Narrow || expr instanceof Reduce ? List.of() : Subexpressions.of(expr);
    }

    private static int repetitions(Operator operator) {
        return operator == Operator.SQUARE || operator == Operator.CUBE || operator == Operator.FOURTH ? 2 : 1;
    }

    private static Set<Expr> leaves(Expr expr) {
        Set<Expr> leaves = new HashSet<>();
        addLeaves(expr, leaves);
        return leaves;
    }

    private static void addLeaves(Expr expr, Set<Expr> leaves) {
        List<Expr> parts = parts(expr);
        if (parts.isEmpty()) {
            leaves.add(expr);
        }
        parts.forEach(part -> addLeaves(part, leaves));
    }
}

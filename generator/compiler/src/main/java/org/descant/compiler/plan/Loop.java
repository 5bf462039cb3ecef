package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * One pass over a block, as one kernel.
 *
 * @param space what it runs over
 * @param reads the buffers whose values from before the step it uses, in the order of their numbers
 * @param writes the buffers that it leaves changed, in the order of their numbers
 * @param equations its body, in the order of dependency
 * @param stores what is left in buffers, all with the values from before the step
 */
public record Loop(
        Space space,
        List<Buffer> reads,
        List<Buffer> writes,
        List<Scalar> scalars,
        List<Flag> flags,
        List<Equation> equations,
        List<Store> stores) {
    /** The most argument slots that a method of a class file takes; a double takes two. */
    public static final int MOST_SLOTS = 255;

    public Loop {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        scalars = List.copyOf(scalars);
        flags = List.copyOf(flags);
        equations = List.copyOf(equations);
        stores = List.copyOf(stores);
    }

    /** The buffers it touches, in the order of their numbers. */
    public List<Buffer> buffers() {
        return Stream.concat(reads.stream(), writes.stream())
                .distinct()
                .sorted(Comparator.comparing(Buffer::isCell).thenComparingInt(Buffer::number))
                .toList();
    }

    /** What it reads from buffers. */
    Set<Expr> loads() {
        Set<Expr> loads = new HashSet<>();
        reads.forEach(buffer -> loads.add(buffer.before()));
        return loads;
    }

    /** The conditions without which it leaves all buffers as they are; none if it stores anything in every step. */
    public List<Flag> conditions() {
        return stores.stream().allMatch(store -> store.when().isPresent())
                ? stores.stream()
                        .flatMap(store -> store.when().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What one of its values is computed as: the right side of its equation, or itself where it has none here. */
    public Expr computed(Expr value) {
        return equations.stream()
                .filter(equation -> new Read(equation.target()).equals(value))
                .map(Equation::value)
                .findFirst()
                .orElse(value);
    }

    /** Whether it writes terms of reductions, and nothing else. */
    public boolean writesTerms() {
        return writes.stream().allMatch(Buffer::isOfTerms);
    }

    /** The loop that leaves what one of its stores does, with what that takes and no more. */
    public Loop storing(Store store) {
        return storing(List.of(store));
    }

    /** The loop that leaves what some of its stores do. */
    Loop storing(List<Store> some) {
        Set<Expr> taken = new HashSet<>();
        Set<Variable> needed = new HashSet<>();
        Set<Expr> given = new HashSet<>();
        scalars.forEach(scalar -> given.add(scalar.value()));
        flags.forEach(flag -> given.add(flag.condition()));
        Deque<Expr> open = new ArrayDeque<>();
        for (Store store : some) {
            open.push(store.value());
            store.when().ifPresent(flag -> taken.add(flag.condition()));
        }
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            boolean isNew = taken.add(expr) && !given.contains(expr);
            if (isNew && expr instanceof Read read && needed.add(read.variable())) {
                equations.stream()
                        .filter(equation -> equation.target().equals(read.variable()))
                        .forEach(equation -> open.push(equation.value()));
            } else if (isNew) {
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        List<Buffer> written = some.stream().map(Store::buffer).toList();
        return new Loop(
                space,
                reads.stream().filter(buffer -> taken.contains(buffer.before())).toList(),
                writes.stream().filter(written::contains).toList(),
                scalars.stream()
                        .filter(scalar -> taken.contains(scalar.value()))
                        .toList(),
                flags.stream().filter(flag -> taken.contains(flag.condition())).toList(),
                equations.stream()
                        .filter(equation -> needed.contains(equation.target()))
                        .toList(),
                some);
    }

    /** The argument slots of its kernel for doubles: arrays, numbers, conditions, from and to. */
    public int slots() {
        return buffers().size() + 2 * scalars.size() + flags.size() + 2;
    }
}

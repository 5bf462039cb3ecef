package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Variable;

/** The loops that {@link SplitLoops} made of one as one again, for what makes vector code of any loop. */
public final class JoinedLoop {
    private final Set<Integer> handedOn;
    private final Map<Integer, Buffer> reads = new LinkedHashMap<>();
    private final Map<Integer, Buffer> writes = new LinkedHashMap<>();
    private final Set<Scalar> scalars = new LinkedHashSet<>();
    private final Set<Flag> flags = new LinkedHashSet<>();
    private final Map<Variable, Expr> values = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();
    private final Set<Integer> written = new HashSet<>();
    private boolean isSound = true;

    private JoinedLoop(Set<Integer> handedOn) {
        this.handedOn = handedOn;
    }

    /**
     * One loop over elements that does what some do one after the other, without rows or columns; nothing where one of them reads back what it does not compute as well, or
     * two write the same equation in two ways.
     *
     * @param handedOn the numbers of the buffers that nothing but these loops reads, so that what they hold means nothing in the end
     */
    public static Optional<Loop> of(List<Loop> loops, Set<Integer> handedOn) {
        JoinedLoop joined = new JoinedLoop(Set.copyOf(handedOn));
        loops.forEach(joined::add);
        return joined.isSound ? Optional.of(joined.loop(loops.get(0).space())) : Optional.empty();
    }

    private void add(Loop loop) {
        for (Buffer buffer : loop.reads()) {
            if (!written.contains(buffer.number())) {
                reads.putIfAbsent(buffer.number(), buffer);
            } else {
                isSound &= buffer.before() instanceof Read read && values.containsKey(read.variable());
            }
        }
        for (Equation equation : loop.equations()) {
            Expr before = values.putIfAbsent(equation.target(), equation.value());
            if (before == null) {
                equations.add(equation);
            } else {
                isSound &= before.equals(equation.value());
            }
        }
        for (Store store : loop.stores()) {
            written.add(store.buffer().number());
            if (!handedOn.contains(store.buffer().number())) {
                writes.putIfAbsent(store.buffer().number(), store.buffer());
                stores.add(store);
            }
        }
        scalars.addAll(loop.scalars());
        flags.addAll(loop.flags());
    }

    private Loop loop(Space space) {
        return new Loop(
                space, inOrder(reads), inOrder(writes), List.copyOf(scalars), List.copyOf(flags), equations, stores);
    }

    private static List<Buffer> inOrder(Map<Integer, Buffer> buffers) {
        return buffers.values().stream()
                .sorted(Comparator.comparingInt(Buffer::number))
                .toList();
    }
}

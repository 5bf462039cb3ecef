package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;

/** A loop in the making: it finds out what its equations and stores take from buffers and from the prologue. */
final class LoopBuilder {
    private final Space space;
    private final Map<Expr, Buffer> buffers;
    private final Placement placement;
    private final HandOver handOver;
    private final Set<Buffer> reads = new LinkedHashSet<>();
    private final Set<Scalar> scalars = new LinkedHashSet<>();
    private final Set<Flag> flags = new LinkedHashSet<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();

    /** @param buffers each under the expression that reads what it held before the step */
    LoopBuilder(Map<Expr, Buffer> buffers, Placement placement, HandOver handOver) {
        this(Space.ELEMENT, buffers, placement, handOver);
    }

    /**
     * @param space what it runs over
     * @param buffers each under the expression that reads what it held before the loop
     */
    LoopBuilder(Space space, Map<Expr, Buffer> buffers, Placement placement, HandOver handOver) {
        this.space = space;
        this.buffers = buffers;
        this.placement = placement;
        this.handOver = handOver;
    }

    void equation(Equation equation) {
        Expr value = atElements(equation.value());
        use(value);
        equations.add(new Equation(equation.target(), value, equation.clock(), equation.origin()));
    }

    void store(Buffer buffer, Expr next, Optional<Expr> condition) {
        Expr value = atElements(next);
        use(value);
        Optional<Flag> flag = condition.map(handOver::flag);
        flag.ifPresent(flags::add);
        stores.add(new Store(buffer, value, flag));
    }

    boolean isEmpty() {
        return stores.isEmpty();
    }

    Loop build() {
        return new Loop(
                space,
                reads.stream()
                        .sorted(Comparator.comparing(Buffer::isCell).thenComparingInt(Buffer::number))
                        .toList(),
                stores.stream()
                        .map(Store::buffer)
                        .sorted(Comparator.comparing(Buffer::isCell).thenComparingInt(Buffer::number))
                        .toList(),
                new ArrayList<>(scalars),
                new ArrayList<>(flags),
                equations,
                stores);
    }

    /** A value as the loop computes it: over matrices numbers stay double, elsewhere they are rounded. */
    private Expr atElements(Expr value) {
        return Precision.of(value) == Precision.NUMBER && !space.isOfMatrices() ? new Narrow(value) : value;
    }

    private void use(Expr expr) {
        Buffer buffer = buffers.get(expr);
        if (buffer != null) {
            reads.add(buffer);
        } else if (expr instanceof Narrow narrow) {
            if (!(narrow.number() instanceof Constant)) {
                scalars.add(handOver.scalar(narrow.number()));
            }
        } else if (placement.isDecidedByPrologue(expr)) {
            flags.add(handOver.flag(expr));
        } else if (isNumber(expr)) {
            scalars.add(handOver.scalar(expr));
        } else if (expr instanceof Reduce) {
            throw new IllegalStateException("a loop reads " + expr + " as elements");
        } else {
            if (expr instanceof Gradient) {
                throw new IllegalStateException("a loop reads " + expr + ", which is not there");
            }
            Subexpressions.of(expr).forEach(this::use);
        }
    }

    /** Whether a part of a loop over matrices, which are double, is a number that the prologue computes. */
    private boolean isNumber(Expr expr) {
        return space.isOfMatrices()
                && expr.kind() == Kind.NUMBER
                && !(expr instanceof Constant)
                && !placement.isOfLoops(expr);
    }
}

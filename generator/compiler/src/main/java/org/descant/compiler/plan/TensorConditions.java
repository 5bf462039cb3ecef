package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Variable;

/** The conditions that a tensor's dimensions decide, and which other conditions are decided with them. */
final class TensorConditions {
    /** The most looks at parts of conditions: names that stand for each other again and again can make more than there is time for. */
    private static final int MOST_LOOKS = 100_000;

    private final Map<Variable, Expr> values;
    private final Set<Expr> found = new LinkedHashSet<>();
    private int looks;

    /** @param values what variables are */
    TensorConditions(Map<Variable, Expr> values) {
        this.values = values;
    }

    /** Takes the parts of a condition that dimensions decide. */
    void take(Expr condition) {
        if (looks++ > MOST_LOOKS) {
            return;
        }
        Optional<Expr> closed = closed(condition);
        if (closed.isPresent()) {
            if (readsDimension(closed.get())) {
                found.add(closed.get());
            }
        } else if (condition instanceof Read read) {
            take(value(read.variable()));
        } else if (condition instanceof Apply apply && hasConditions(apply)) {
            apply.operands().forEach(this::take);
        }
    }

    /** All that were taken. */
    List<Expr> all() {
        return List.copyOf(found);
    }

    /** Whether not all could be looked at. */
    boolean areTooMany() {
        return looks > MOST_LOOKS;
    }

    private static boolean hasConditions(Apply apply) {
        return apply.operands().stream().allMatch(operand -> operand.kind() == Kind.BOOLEAN);
    }

    private static boolean readsDimension(Expr expr) {
        return Subexpressions.within(expr).stream().anyMatch(DimensionRead.class::isInstance);
    }

    /** An expression of dimensions and constants alone, without names. */
    private Optional<Expr> closed(Expr expr) {
        if (looks++ > MOST_LOOKS) {
            return Optional.empty();
        }
        if (expr instanceof Read read) {
            return read.variable().shape().isNumber() && values.containsKey(read.variable())
                    ? closed(value(read.variable()))
                    : Optional.empty();
        } else if (expr instanceof Constant || expr instanceof Truth || expr instanceof DimensionRead) {
            return Optional.of(expr);
        } else if (expr instanceof Apply apply && apply.shape().isNumber()) {
            List<Expr> operands = new ArrayList<>();
            for (Expr operand : apply.operands()) {
                Optional<Expr> part = closed(operand);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                operands.add(part.get());
            }
            return Optional.of(new Apply(apply.operator(), operands));
        }
        return Optional.empty();
    }

    /** What a variable is. */
    Expr value(Variable variable) {
        Expr value = values.get(variable);
        if (value == null) {
            throw new IllegalStateException("no equation defines " + variable.name());
        }
        return value;
    }

    /**
     * Whether a condition holds, if dimensions decide that.
     *
     * @param way how the conditions that were taken turn out: the one of number k is the bit k
     */
    Optional<Boolean> decided(Expr condition, int way) {
        if (looks++ > MOST_LOOKS) {
            return Optional.empty();
        }
        Optional<Expr> closed = closed(condition);
        if (closed.isPresent() && found.contains(closed.get())) {
            return Optional.of((way >> all().indexOf(closed.get()) & 1) != 0);
        } else if (condition instanceof Truth truth) {
            return Optional.of(truth.value());
        } else if (condition instanceof Read read) {
            return decided(value(read.variable()), way);
        }
        return condition instanceof Apply apply && hasConditions(apply) ? decided(apply, way) : Optional.empty();
    }

    private Optional<Boolean> decided(Apply apply, int way) {
        List<Optional<Boolean>> parts =
                apply.operands().stream().map(operand -> decided(operand, way)).toList();
        Optional<Boolean> first = parts.get(0);
        return switch (apply.operator()) {
            case NOT -> first.map(value -> !value);
            case AND -> parts.contains(Optional.of(false)) ? Optional.of(false) : both(parts);
            case OR -> parts.contains(Optional.of(true)) ? Optional.of(true) : both(parts);
            case CHOOSE_TRUTH -> first.flatMap(value -> parts.get(value ? 1 : 2));
            default -> Optional.empty();
        };
    }

    /** Of two parts that agree if they are decided. */
    private static Optional<Boolean> both(List<Optional<Boolean>> parts) {
        return parts.get(0).equals(parts.get(1)) ? parts.get(0) : Optional.empty();
    }
}

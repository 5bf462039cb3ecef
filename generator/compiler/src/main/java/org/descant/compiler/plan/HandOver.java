package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Shape;

/** The numbers and conditions that prologues compute for loops and for later prologues, each once however many take it. */
final class HandOver {
    private final Map<Expr, Scalar> scalars = new LinkedHashMap<>();
    private final Map<Expr, Flag> flags = new LinkedHashMap<>();

    Scalar scalar(Expr value) {
        Level level = Level.of(value.shape());
        return scalars.computeIfAbsent(value, v -> new Scalar(count(scalars, level), level, v));
    }

    Flag flag(Expr condition) {
        Level level = Level.of(condition.shape());
        return flags.computeIfAbsent(condition, c -> new Flag(count(flags, level), level, c));
    }

    private static int count(Map<Expr, ?> handed, Level level) {
        return (int) handed.keySet().stream()
                .map(Expr::shape)
                .filter(shape -> isOf(level, shape))
                .count();
    }

    private static boolean isOf(Level level, Shape shape) {
        return Level.of(shape) == level;
    }

    List<Scalar> scalars() {
        return new ArrayList<>(scalars.values());
    }

    List<Flag> flags() {
        return new ArrayList<>(flags.values());
    }
}

package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Expr;

/** The numbers and conditions that one prologue computes for its loops, each once however many loops take it. */
final class HandOver {
    private final Map<Expr, Scalar> scalars = new LinkedHashMap<>();
    private final Map<Expr, Flag> flags = new LinkedHashMap<>();

    Scalar scalar(Expr value) {
        return scalars.computeIfAbsent(value, v -> new Scalar(scalars.size(), v));
    }

    Flag flag(Expr condition) {
        return flags.computeIfAbsent(condition, c -> new Flag(flags.size(), c));
    }

    List<Scalar> scalars() {
        return new ArrayList<>(scalars.values());
    }

    List<Flag> flags() {
        return new ArrayList<>(flags.values());
    }
}

package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.RangeCheck;

/**
 * What is computed once per step and group of tensors, in double, before the loops.
 *
 * @param equations in the order of their dependency
 * @param checks which must hold before anything is written
 * @param scalars what the loops are handed
 */
public record Prologue(
        List<Equation> equations,
        List<RangeCheck> checks,
        List<NumberStore> stores,
        List<Scalar> scalars,
        List<Flag> flags) {
    public Prologue {
        equations = List.copyOf(equations);
        checks = List.copyOf(checks);
        stores = List.copyOf(stores);
        scalars = List.copyOf(scalars);
        flags = List.copyOf(flags);
    }

    public boolean isEmpty() {
        return checks.isEmpty() && stores.isEmpty() && scalars.isEmpty() && flags.isEmpty();
    }
}

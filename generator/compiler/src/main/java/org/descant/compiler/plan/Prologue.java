package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.RangeCheck;

/**
 * What is computed in double before a sweep: once per step and group of tensors, or once per tensor.
 *
 * @param takenScalars numbers that earlier prologues handed over and this one reads
 * @param takenFlags conditions that earlier prologues handed over and this one reads
 * @param equations in the order of their dependency
 * @param checks which must hold before anything is written
 * @param terms what reductions over numbers per tensor are made of
 * @param scalars what it hands over
 */
public record Prologue(
        List<Scalar> takenScalars,
        List<Flag> takenFlags,
        List<Equation> equations,
        List<RangeCheck> checks,
        List<NumberStore> stores,
        List<Term> terms,
        List<Scalar> scalars,
        List<Flag> flags) {
    public Prologue {
        takenScalars = List.copyOf(takenScalars);
        takenFlags = List.copyOf(takenFlags);
        equations = List.copyOf(equations);
        checks = List.copyOf(checks);
        stores = List.copyOf(stores);
        terms = List.copyOf(terms);
        scalars = List.copyOf(scalars);
        flags = List.copyOf(flags);
    }

    /** What is computed before the loop of an output. */
    static Prologue ofOutput(List<Equation> equations, HandOver handOver) {
        return new Prologue(
                List.of(), List.of(), equations, List.of(), List.of(), List.of(), handOver.scalars(), handOver.flags());
    }

    public boolean isEmpty() {
        return checks.isEmpty() && stores.isEmpty() && terms.isEmpty() && scalars.isEmpty() && flags.isEmpty();
    }
}

package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/**
 * A rule as it will be generated.
 *
 * @param buffers the arrays, in the order of their numbers
 * @param numbers the states per step, in the order in which the runtime counts them
 */
public record Plan(
        EquationSystem system,
        List<Buffer> buffers,
        List<State> numbers,
        Start start,
        Prologue prologue,
        List<Phase> phases) {
    public Plan {
        buffers = List.copyOf(buffers);
        numbers = List.copyOf(numbers);
        phases = List.copyOf(phases);
    }

    /** The variable of that name, such as a condition of a clock. */
    public Variable variable(String name) {
        return system.equations().stream()
                .map(Equation::target)
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a step needs the values, and does not only write them. */
    public boolean readsValues() {
        return sweeps().stream()
                .flatMap(sweep -> sweep.loops().stream())
                .flatMap(loop -> loop.reads().stream())
                .anyMatch(buffer -> buffer.before() instanceof Weight);
    }

    /** The sweeps of all phases, in order: the runtime's numbering. */
    public List<Sweep> sweeps() {
        return phases.stream().flatMap(phase -> phase.sweeps().stream()).toList();
    }

    /** How many numbers the prologues hand to loops at the most. */
    public int scalars() {
        return Math.max(prologue.scalars().size(), start.prologue().scalars().size());
    }

    /** How many conditions the prologues hand to loops at the most. */
    public int flags() {
        return Math.max(prologue.flags().size(), start.prologue().flags().size());
    }
}

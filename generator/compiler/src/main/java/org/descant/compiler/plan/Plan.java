package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.Stream;
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
 * @param computed the outputs that need no memory of their own, in the order of the rule; {@code system} has the others
 */
public record Plan(
        EquationSystem system,
        List<Buffer> buffers,
        List<State> numbers,
        Start start,
        Prologue prologue,
        List<Phase> phases,
        List<ComputedOutput> computed) {
    public Plan {
        buffers = List.copyOf(buffers);
        numbers = List.copyOf(numbers);
        phases = List.copyOf(phases);
        computed = List.copyOf(computed);
    }

    /** All that is computed in a step, or when an output is read. */
    public List<Equation> equations() {
        return Stream.concat(
                        system.equations().stream(), computed.stream().flatMap(output -> output.equations().stream()))
                .toList();
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
        return prologues().mapToInt(each -> each.scalars().size()).max().orElse(0);
    }

    /** How many conditions the prologues hand to loops at the most. */
    public int flags() {
        return prologues().mapToInt(each -> each.flags().size()).max().orElse(0);
    }

    private Stream<Prologue> prologues() {
        return Stream.concat(
                Stream.of(prologue, start.prologue()), computed.stream().map(ComputedOutput::prologue));
    }
}

package org.descant.compiler.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/**
 * A rule as it will be generated.
 *
 * @param buffers the arrays, in the order of their numbers; those of terms of reductions come behind them
 * @param cells the arrays of one entry for each matrix, row or column, in the order of their numbers: states first
 * @param numbers the states per step and per model, in the order in which the runtime counts them
 * @param tensorNumbers the states per tensor, in the order in which the runtime counts them
 * @param phases the step, from one evaluation of the gradient to the next
 * @param inputs the inputs that a step reads, in the order of the rule
 * @param carried how many buffers, behind those for states and that for w, hold what one sweep or loop computes and a later one reads
 * @param reasons why the sweeps are as they are, where that is not plain, as sentences
 * @param computed the outputs that need no memory of their own, in the order of the rule; {@code system} has the others
 * @param variants what dimensions decide for a tensor
 * @param rings the states that take turns in the same arrays
 */
public record Plan(
        EquationSystem system,
        List<Buffer> buffers,
        List<Buffer> cells,
        List<State> numbers,
        List<State> tensorNumbers,
        Start start,
        List<Phase> phases,
        List<TakenInput> inputs,
        int carried,
        List<String> reasons,
        List<ComputedOutput> computed,
        Variants variants,
        List<Ring> rings) {
    public Plan {
        buffers = List.copyOf(buffers);
        cells = List.copyOf(cells);
        numbers = List.copyOf(numbers);
        tensorNumbers = List.copyOf(tensorNumbers);
        phases = List.copyOf(phases);
        inputs = List.copyOf(inputs);
        reasons = List.copyOf(reasons);
        computed = List.copyOf(computed);
        rings = List.copyOf(rings);
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
                .flatMap(sweep -> sweep.allLoops().stream())
                .flatMap(loop -> loop.reads().stream())
                .anyMatch(buffer -> buffer.before() instanceof Weight);
    }

    /** The gradients that a step asks for, in their order. */
    public List<Asked> asked() {
        return phases.stream().flatMap(phase -> phase.gradient().stream()).toList();
    }

    /** Whether a point is written into w in the course of a step, so that w is kept beside it. */
    public boolean movesValues() {
        return asked().stream().anyMatch(Asked::moves);
    }

    /** The sweeps of all phases, in order: the runtime's numbering. */
    public List<Sweep> sweeps() {
        return phases.stream().flatMap(phase -> phase.sweeps().stream()).toList();
    }

    /** The values that go between memory and processor for each element in a step. */
    public int traffic() {
        int sweeps = sweeps().stream().mapToInt(Sweep::traffic).sum();
        // Where a point is written over w, w is copied first.
        return sweeps + (movesValues() ? 2 : 0);
    }

    /**
     * The values that would move if each phase had what it needs in one pass: every array that it reads, and every one that it leaves changed,
     * once. What a pass keeps for a later one of its phase does not count.
     */
    public int leastTraffic() {
        int ofPhases = IntStream.range(0, phases.size()).map(this::leastTraffic).sum();
        return ofPhases + (movesValues() ? 2 : 0);
    }

    private int leastTraffic(int phase) {
        Set<Integer> read = new HashSet<>();
        Set<Integer> written = new HashSet<>();
        for (Sweep sweep : phases.get(phase).sweeps()) {
            Set<Integer> reads = Pass.numbers(sweep.pass().reads());
            reads.removeAll(written);
            read.addAll(reads);
            written.addAll(Pass.numbers(sweep.pass().writes()));
        }
        written.removeIf(buffer -> buffer >= firstCarried() && !isReadElsewhere(buffer, phase));
        return read.size() + written.size();
    }

    /** The number of the first buffer that holds what one sweep or loop computes and a later one reads. */
    public int firstCarried() {
        return buffers.size() + (movesValues() ? 1 : 0);
    }

    private boolean isReadElsewhere(int buffer, int phase) {
        return IntStream.range(0, phases.size())
                .filter(other -> other != phase)
                .boxed()
                .flatMap(other -> phases.get(other).sweeps().stream())
                .anyMatch(sweep -> Pass.numbers(sweep.pass().reads()).contains(buffer));
    }

    /** The loops before the first step: the runtime's numbering. */
    public List<Loop> startLoops() {
        return start.sweeps().stream()
                .flatMap(sweep -> sweep.allLoops().stream())
                .toList();
    }

    /** The number of a reduction among some sweeps: those of a step, or those before the first step. */
    public static int reduction(Reduce reduce, List<Sweep> sweeps) {
        return sweeps.stream()
                .flatMap(sweep -> sweep.reductions().stream())
                .filter(reduced -> reduced.reduce().equals(reduce))
                .findFirst()
                .orElseThrow()
                .index();
    }

    /** How many numbers the prologues of a level hand over at the most. */
    public int scalars(Level level) {
        return prologues()
                .flatMap(prologue -> prologue.scalars().stream())
                .filter(scalar -> scalar.level() == level)
                .mapToInt(scalar -> scalar.index() + 1)
                .max()
                .orElse(0);
    }

    /** How many conditions the prologues of a level hand over at the most. */
    public int flags(Level level) {
        return prologues()
                .flatMap(prologue -> prologue.flags().stream())
                .filter(flag -> flag.level() == level)
                .mapToInt(flag -> flag.index() + 1)
                .max()
                .orElse(0);
    }

    private Stream<Prologue> prologues() {
        return Stream.concat(
                Stream.concat(sweeps().stream(), start.sweeps().stream()).flatMap(Sweep::prologues),
                computed.stream().map(ComputedOutput::prologue));
    }
}

package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/** Plans one system. */
final class SystemPlanner {
    /** Starts that memory has anyway. */
    private static final Set<Expr> ZEROS = Set.of(new Constant(0.0), new Narrow(new Constant(0.0)));

    private final EquationSystem system;
    private final List<LateOutput> late;
    private final Map<String, Variable> variables = new HashMap<>();
    private final List<State> numbers;
    private final List<State> tensorNumbers;
    private final List<Equation> startEquations;
    private final ElementBuffers buffers;
    private final CellBuffers cells;
    private final Placement placement;
    private final Reductions reductions;

    private final Variants variants;
    private final List<List<State>> rings;
    private final List<Demand> demands;
    private final Buffer kept;
    private final LoopBudget budget;

    SystemPlanner(DeferOutputs.Deferred deferred, LoopBudget budget) {
        this.budget = budget;
        NameCells.Named named = NameCells.name(deferred.system());
        this.system = named.system();
        this.startEquations = named.starts();
        this.late = deferred.outputs();
        this.placement = new Placement(Stream.concat(system.equations().stream(), startEquations.stream())
                .toList());
        system.equations().forEach(equation -> variables.put(equation.target().name(), equation.target()));
        variants = DecideTensors.decide(system, startEquations, readLate());
        rings = FindRings.in(system, variants);
        demands = FindDemands.in(system, placement, this::condition);
        cells = new CellBuffers(system.states(), demands);
        numbers = numbersOf(Level.GROUP);
        tensorNumbers = numbersOf(Level.TENSOR);
        buffers = new ElementBuffers(system, demands);
        kept = buffers.kept();
        reductions = new Reductions(kept.number() + 1 + NumberTerms.MANY, cells);
    }

    private List<State> numbersOf(Level level) {
        return system.states().stream()
                .filter(state -> isNumber(state) && Level.of(state.shape()) == level)
                .toList();
    }

    private static boolean isNumber(State state) {
        return Space.of(state.shape(), state.view()).isEmpty();
    }

    private Buffer bufferOf(Expr before) {
        return buffers.find(before)
                .or(() -> cells.find(before))
                .orElseThrow(() -> new IllegalStateException("no buffer for " + before));
    }

    Plan plan() {
        Course step = step();
        Start start = start();
        List<Ring> turning = rings(step.sweeps());
        List<String> reasons = new ArrayList<>(step.reasons());
        turning.forEach(ring -> reasons.add(ring.reason()));
        return NumberTerms.number(new Plan(
                system,
                buffers.all(),
                cells.all(),
                numbers,
                tensorNumbers,
                start,
                Phase.of(step),
                step.inputs(),
                step.carried(),
                reasons,
                late.stream().map(this::computed).toList(),
                variants,
                turning));
    }

    /** The rings with the conditions on which their new values are stored. */
    private List<Ring> rings(List<Sweep> sweeps) {
        List<Store> stores = sweeps.stream()
                .flatMap(sweep -> sweep.allLoops().stream())
                .flatMap(loop -> loop.stores().stream())
                .toList();
        return rings.stream()
                .map(states -> {
                    Buffer oldest = bufferOf(new Previous(states.get(states.size() - 1)));
                    Optional<Flag> when = stores.stream()
                            .filter(store -> store.buffer().number() == oldest.number()
                                    && store.buffer().space().equals(oldest.space()))
                            .findFirst()
                            .flatMap(Store::when);
                    return new Ring(states, when);
                })
                .toList();
    }

    private Set<State> readLate() {
        Set<State> read = new HashSet<>();
        late.forEach(output -> read.addAll(AfterStep.states(output)));
        return read;
    }

    private Course step() {
        List<Point> points = system.evaluations().stream()
                .map(evaluation -> new Point(evaluation, condition(evaluation.clock())))
                .toList();
        CourseBuilder course = new CourseBuilder(
                system.equations(),
                system.checks(),
                new Requests(points, demands),
                kept,
                buffers.readable(),
                cells,
                placement,
                reductions);
        course.keepValues();
        course.limit(budget);
        for (Update update : system.updates()) {
            State state = update.state();
            if (update.next().equals(new Previous(state)) || isOnlyOlder(state)) {
                continue;
            }
            if (isNumber(state)) {
                course.store(number(state, update.next(), conditions(state.clock())));
            } else {
                Buffer place = bufferOf(new Previous(overwritten(state)));
                course.store(place, stored(state, update.next()), condition(state.clock()));
            }
        }
        course.store(bufferOf(new Weight()), new Read(system.weight()), Optional.empty());
        return course.build();
    }

    /** Whether a state becomes what another one was, by taking its turn. */
    private boolean isOnlyOlder(State state) {
        return rings.stream().anyMatch(ring -> ring.indexOf(state) > 0);
    }

    /** The state in whose place a step leaves what a state becomes: the oldest that it takes turns with, or itself. */
    private State overwritten(State state) {
        return rings.stream()
                .filter(ring -> ring.contains(state))
                .map(ring -> ring.get(ring.size() - 1))
                .findFirst()
                .orElse(state);
    }

    /** What computes an output when it is read; its buffer stands behind all others, and nothing reads it. */
    private ComputedOutput computed(LateOutput output) {
        Expr unread = new Previous(output.stored());
        Buffer target = new Buffer(kept.number() + 1 + NumberTerms.MANY, output.name(), unread);
        Placement places = new Placement(output.equations());
        HandOver handOver = new HandOver();
        LoopBuilder loop = new LoopBuilder(buffers.readable(), places, handOver);
        List<Equation> perStep = new ArrayList<>();
        for (Equation equation : output.equations()) {
            if (places.isInLoops(equation.target())) {
                loop.equation(equation);
            } else {
                perStep.add(equation);
            }
        }
        loop.store(target, output.value(), Optional.empty());
        Loop body = loop.build();
        return new ComputedOutput(
                output.place(), output.name(), output.equations(), Prologue.ofOutput(perStep, handOver), body);
    }

    private Start start() {
        CourseBuilder course = new CourseBuilder(
                startEquations, List.of(), Requests.NONE, kept, buffers.readable(), cells, placement, reductions);
        boolean isEmpty = true;
        for (State state : system.states()) {
            if (ZEROS.contains(state.start())) {
                continue;
            }
            isEmpty = false;
            if (isNumber(state)) {
                course.store(number(state, state.start(), List.of()));
            } else {
                course.store(bufferOf(new Previous(state)), stored(state, state.start()), Optional.empty());
            }
        }
        return new Start(isEmpty ? List.of() : course.build().sweeps());
    }

    private NumberStore number(State state, Expr next, List<Variable> when) {
        List<State> level = Level.of(state.shape()) == Level.GROUP ? numbers : tensorNumbers;
        return new NumberStore(level.indexOf(state), state, stored(state, next), when);
    }

    /** A value as a state keeps it: of its precision, rounded to how it is stored. */
    private static Expr stored(State state, Expr value) {
        boolean widens =
                Precision.of(value) == Precision.NUMBER && !state.shape().isNumber();
        Expr own = widens ? new Narrow(value) : value;
        return switch (state.storage()) {
            case NATIVE, F64 -> own;
            case F32 -> new Apply(Operator.F32, own);
            case BF16 -> new Apply(Operator.BF16, own);
            case F16 -> new Apply(Operator.F16, own);
        };
    }

    private List<Variable> conditions(Clock clock) {
        return clock.conditions().stream().map(this::variable).toList();
    }

    private Optional<Expr> condition(Clock clock) {
        return conditions(clock).stream()
                .<Expr>map(Read::new)
                .reduce((outer, inner) -> new Apply(Operator.AND, outer, inner));
    }

    private Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("no equation defines " + name);
        }
        return variable;
    }
}

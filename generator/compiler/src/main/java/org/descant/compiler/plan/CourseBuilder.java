package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Weight;

/**
 * Sweeps in the making. Every reduction is computed in the first sweep that can. What is stored is stored in the last one, so that all
 * sweeps before it read what the step found; but a state that an earlier sweep can compute is stored there if fewer values
 * move between memory and processor then.
 */
final class CourseBuilder {
    private final List<Equation> equations;
    private final List<RangeCheck> checks;
    private final LoopEquations inLoops;
    private final Map<Expr, Buffer> buffers;
    private final CellBuffers cells;
    private final Placement placement;
    private final Reductions reductions;
    private final Stages stages;
    private final List<NumberStore> numberStores = new ArrayList<>();
    private final List<ElementStore> elementStores = new ArrayList<>();
    private final List<ElementStore> cellStores = new ArrayList<>();
    private final Requests requests;
    private final Buffer kept;
    private boolean keepsValues;
    private LoopBudget budget = LoopBudget.OF_JVM;

    /**
     * @param requests what is asked of the caller
     * @param kept where w is while a point stands in its place; the buffers behind it are free for what sweeps keep
     * @param buffers each under the expression that reads what it held before the step
     * @param reductions of no course yet
     */
    CourseBuilder(
            List<Equation> equations,
            List<RangeCheck> checks,
            Requests requests,
            Buffer kept,
            Map<Expr, Buffer> buffers,
            CellBuffers cells,
            Placement placement,
            Reductions reductions) {
        this.equations = List.copyOf(equations);
        this.checks = List.copyOf(checks);
        this.buffers = buffers;
        this.cells = cells;
        this.placement = placement;
        this.reductions = reductions;
        this.requests = requests;
        this.kept = kept;
        this.stages = new Stages(equations, requests, checks);
        this.inLoops = new LoopEquations(equations.stream()
                .filter(this::isInLoops)
                .filter(equation -> placement.cellsOf(equation.target()).isEmpty())
                .toList());
        reductions.beginCourse();
    }

    /** Lets a sweep keep something for a later one in a buffer of its own. */
    void keepValues() {
        keepsValues = true;
    }

    /** Lets one loop hold so much. */
    void limit(LoopBudget limit) {
        budget = limit;
    }

    void store(NumberStore store) {
        numberStores.add(store);
    }

    void store(Buffer buffer, Expr value, Optional<Expr> condition) {
        (buffer.isCell() ? cellStores : elementStores).add(new ElementStore(buffer, value, condition));
    }

    /** The sweeps; where the last reductions are read by prologues only, the last sweep is nothing but these. */
    Course build() {
        takeReductions();
        int last = lastPass();
        List<ElementStore> stored = new ArrayList<>(elementStores);
        pointStores().forEach(point -> stored.add(point.store()));
        CellLoops cellLoops = new CellLoops(
                equations.stream().filter(this::isInLoops).toList(),
                stored,
                cellStores,
                cells,
                placement,
                stages,
                reductions.all(),
                last,
                Math.max(last, lastStage()));
        Passes passes = passes(last);
        List<Asked> asked = asked(passes.handOver());
        List<TakenInput> inputs = requests.demands().stream()
                .map(demand -> new TakenInput(
                        demand.input(),
                        stages.decided(demand.input()),
                        demand.condition().map(passes.handOver()::flag)))
                .toList();
        int count = Math.max(Math.max(last, lastStage()), cellLoops.last()) + 1;
        List<List<Loop>> ofCells = new ArrayList<>();
        for (int sweep = 0; sweep < count; sweep++) {
            ofCells.add(cellLoops.of(sweep, passes.handOver()));
        }
        Prologues prologues = new Prologues(
                equations.stream().filter(e -> !isInLoops(e)).toList(),
                checks,
                numberStores,
                reductions,
                stages,
                passes.handOver());
        List<Sweep> sweeps = new ArrayList<>();
        for (int sweep = 0; sweep < count; sweep++) {
            sweeps.add(new Sweep(
                    prologues.of(sweep, Level.GROUP),
                    prologues.of(sweep, Level.TENSOR),
                    ofCells.get(sweep),
                    passes.pass(sweep),
                    reducedIn(sweep),
                    barriers().followsPerTensor(sweep)));
        }
        return new Course(sweeps, asked, inputs, passes.carried(), passes.reasons());
    }

    private Passes passes(int last) {
        List<FixedStore> pointStores = pointStores();
        List<Expr> arguments = reductions.all().stream()
                .filter(reduced -> reduced.isOver(Space.ELEMENT))
                .map(reduced -> reduced.reduce().argument())
                .toList();
        List<Expr> stored = elementStores.stream().map(ElementStore::value).toList();
        Carries carries = new Carries(inLoops, stages, requests.points().size(), pointStores, arguments, stored);
        int firstBuffer = kept.number() + 1;
        Ways ways = new Ways(carried -> passes(last, pointStores, carried), firstBuffer, budget);
        Passes plain = ways.best(carries.ways(number -> new Buffer(firstBuffer + number, "", new Weight())));
        if (!keepsValues) {
            return ways.explained(plain);
        }
        Keeps keeps = new Keeps(inLoops, stages, reductions.all(), barriers(), last);
        Passes kept = ways.keeping(keeps, keeps.candidates(elementStores), plain);
        Spills spills = new Spills(inLoops, last);
        return ways.explained(ways.spilling(spills, spills.candidates(elementStores, kept.carries()), kept, plain));
    }

    private Passes passes(int last, List<FixedStore> pointStores, List<Carry> carried) {
        List<FixedStore> fixed = new ArrayList<>(pointStores);
        carried.forEach(carry -> fixed.add(carry.store()));
        Map<Expr, Buffer> readable = cells.readable();
        readable.putAll(buffers);
        Access access = new Access(readable, requests.points(), stages, kept, carried);
        LoopMaker maker = new LoopMaker(inLoops, placement);
        return new ElementLoops(maker, budget, access, fixed, stages, reductions.all(), last).best(elementStores);
    }

    private Barriers barriers() {
        return new Barriers(stages, requests, reductions.all());
    }

    private List<FixedStore> pointStores() {
        List<FixedStore> stores = new ArrayList<>();
        for (int place = 0; place < requests.points().size(); place++) {
            if (stages.moves(place)) {
                Point point = requests.points().get(place);
                ElementStore store =
                        new ElementStore(weights(), point.evaluation().point(), point.condition());
                stores.add(new FixedStore(store, stages.asked(place) - 1));
            }
        }
        return stores;
    }

    private Buffer weights() {
        Buffer weights = buffers.get(new Weight());
        if (weights == null) {
            throw new IllegalStateException("no buffer for w");
        }
        return weights;
    }

    private List<Asked> asked(HandOver handOver) {
        List<Asked> asked = new ArrayList<>();
        for (int place = 0; place < requests.points().size(); place++) {
            Point point = requests.points().get(place);
            asked.add(new Asked(
                    point.evaluation(),
                    stages.asked(place),
                    stages.moves(place),
                    point.condition().map(handOver::flag)));
        }
        return asked;
    }

    private boolean isInLoops(Equation equation) {
        return placement.isInLoops(equation.target());
    }

    private void takeReductions() {
        List<Expr> stored = elementStores.stream().map(ElementStore::value).toList();
        for (Equation equation : equations) {
            if (!inLoops.define(equation.target())) {
                takeReductions(equation.value());
            }
        }
        numberStores.forEach(store -> takeReductions(store.value()));
        stored.forEach(this::takeReductions);
        cellStores.forEach(store -> takeReductions(store.value()));
        requests.points().forEach(point -> takeReductions(point.evaluation().point()));
        reductions.number(stages);
    }

    private void takeReductions(Expr value) {
        reductions.take(value);
        inLoops.walk(List.of(value), expr -> true).forEach(equation -> reductions.take(equation.value()));
    }

    private int lastPass() {
        int last = stages.firstStored();
        for (ElementStore store : elementStores) {
            last = Math.max(last, stages.of(store.value()));
            last = Math.max(last, store.condition().map(stages::of).orElse(0));
        }
        for (Reduced reduced : reductions.all()) {
            if (reduced.isOver(Space.ELEMENT)) {
                last = Math.max(last, sweepOf(reduced));
            }
        }
        return last;
    }

    /** The stage at which all reductions are known. */
    private int lastStage() {
        int last = stages.lastInput();
        for (Reduced reduced : reductions.all()) {
            last = Math.max(last, sweepOf(reduced) + 1);
        }
        return last;
    }

    private int sweepOf(Reduced reduced) {
        return stages.of(reduced.reduce().argument());
    }

    private List<Reduced> reducedIn(int sweep) {
        return reductions.all().stream()
                .filter(reduced -> sweepOf(reduced) == sweep)
                .toList();
    }
}

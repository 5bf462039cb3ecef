package org.descant.compiler.plan;

import java.util.List;

/**
 * Numbers the buffers that come behind those that sweeps keep values in. How many these are is known when all is planned, so that until then
 * the ones behind them have numbers that none of these takes. The order of buffers stays as it is.
 */
final class NumberTerms {
    /** More buffers than any rule keeps: what comes behind them must not be taken for one of them. */
    static final int MANY = 1 << 20;

    private final int carried;

    private NumberTerms(int carried) {
        this.carried = carried;
    }

    /** A plan with {@link #MANY} buffers for what sweeps keep, as it is with those that it needs. */
    static Plan number(Plan draft) {
        return new NumberTerms(draft.carried()).plan(draft);
    }

    private Plan plan(Plan draft) {
        return new Plan(
                draft.system(),
                draft.buffers(),
                draft.cells(),
                draft.numbers(),
                draft.tensorNumbers(),
                new Start(sweeps(draft.start().sweeps())),
                draft.phases().stream()
                        .map(phase -> new Phase(phase.gradient(), sweeps(phase.sweeps())))
                        .toList(),
                draft.inputs(),
                draft.carried(),
                draft.reasons(),
                draft.computed().stream().map(this::computed).toList(),
                draft.variants(),
                draft.rings());
    }

    private ComputedOutput computed(ComputedOutput output) {
        return new ComputedOutput(
                output.place(), output.name(), output.equations(), output.prologue(), loop(output.loop()));
    }

    private List<Sweep> sweeps(List<Sweep> sweeps) {
        return sweeps.stream().map(this::sweep).toList();
    }

    private Sweep sweep(Sweep sweep) {
        Pass pass = sweep.pass();
        return new Sweep(
                sweep.group(),
                sweep.tensor(),
                loops(sweep.cellLoops()),
                new Pass(loops(pass.terms()), loops(pass.updates()), pass.termsLast()),
                sweep.reductions().stream().map(this::reduced).toList(),
                sweep.followsPerTensor());
    }

    private Reduced reduced(Reduced reduced) {
        return new Reduced(reduced.index(), reduced.reduce(), reduced.terms().map(this::buffer), reduced.cell());
    }

    private List<Loop> loops(List<Loop> loops) {
        return loops.stream().map(this::loop).toList();
    }

    private Loop loop(Loop loop) {
        return new Loop(
                loop.space(),
                loop.reads().stream().map(this::buffer).toList(),
                loop.writes().stream().map(this::buffer).toList(),
                loop.scalars(),
                loop.flags(),
                loop.equations(),
                loop.stores().stream()
                        .map(store -> new Store(buffer(store.buffer()), store.value(), store.when()))
                        .toList());
    }

    private Buffer buffer(Buffer buffer) {
        return buffer.number() < MANY
                ? buffer
                : new Buffer(buffer.number() - MANY + carried, buffer.name(), buffer.before(), buffer.space());
    }
}

package org.descant.speed.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.Block;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.Step;
import org.descant.runtime.TensorStep;

/**
 * A rule whose loops are C, driven by the runtime as any other: what it leaves can be compared with what the Java leaves. It remembers what its
 * loops were given last, so that C alone can be timed on the same.
 */
final class TwinOptimizer extends Optimizer {
    /** What the constructor of the superclass asks already, when this has no field yet. */
    private static final ThreadLocal<Generated> IN_THE_MAKING = new ThreadLocal<>();

    private final Generated generated;
    private final TwinLibrary library;
    private final List<List<Long>> functions = new ArrayList<>();
    private final List<List<double[]>> numbers = new ArrayList<>();
    private final List<List<boolean[]>> flags = new ArrayList<>();

    private TwinOptimizer(
            RuleDescription description, Generated generated, TwinLibrary library, Parameters parameters) {
        super(description, parameters);
        this.library = library;
        this.generated = generated;
        for (int sweep = 0; sweep < library.plan().sweeps().size(); sweep++) {
            List<Loop> loops = library.plan().sweeps().get(sweep).allLoops();
            functions.add(new ArrayList<>());
            numbers.add(new ArrayList<>());
            flags.add(new ArrayList<>());
            for (int loop = 0; loop < loops.size(); loop++) {
                functions.get(sweep).add(library.loop(sweep, loop));
                numbers.get(sweep).add(new double[loops.get(loop).scalars().size()]);
                flags.get(sweep).add(new boolean[loops.get(loop).flags().size()]);
            }
        }
    }

    /** @param type the Java class of the same plan */
    static TwinOptimizer of(Class<? extends Optimizer> type, TwinLibrary library, Parameters parameters) {
        Generated generated = new Generated(type, parameters);
        IN_THE_MAKING.set(generated);
        try {
            return new TwinOptimizer(RuleClasses.description(type), generated, library, parameters);
        } finally {
            IN_THE_MAKING.remove();
        }
    }

    /** Forgets what the loops were given: one that is not run in the next step has no condition that holds. */
    void forget() {
        flags.forEach(sweep -> sweep.forEach(loop -> Arrays.fill(loop, false)));
    }

    /** What the loops were given since then. */
    Given given() {
        List<Double> allNumbers = numbers.stream()
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .boxed()
                .toList();
        List<Boolean> allFlags = new ArrayList<>();
        for (boolean[] loop : flags.stream().flatMap(List::stream).toList()) {
            for (boolean flag : loop) {
                allFlags.add(flag);
            }
        }
        return new Given(allNumbers, allFlags);
    }

    @Override
    protected void loop(int sweep, int number, Block block) {
        Loop loop = library.plan().sweeps().get(sweep).allLoops().get(number);
        Object[] given = new Object[loop.buffers().size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = array(loop, loop.buffers().get(i), block);
        }
        double[] scalars = numbers.get(sweep).get(number);
        for (int i = 0; i < scalars.length; i++) {
            Scalar scalar = loop.scalars().get(i);
            scalars[i] =
                    scalar.level() == Level.TENSOR ? block.tensorScalar(scalar.index()) : block.scalar(scalar.index());
        }
        boolean[] conditions = flags.get(sweep).get(number);
        for (int i = 0; i < conditions.length; i++) {
            Flag flag = loop.flags().get(i);
            conditions[i] = flag.level() == Level.TENSOR ? block.tensorFlag(flag.index()) : block.flag(flag.index());
        }
        NativeCode.call(
                functions.get(sweep).get(number), given, scalars, conditions, new long[] {block.from(), block.to()}, 1);
    }

    private static Object array(Loop loop, Buffer buffer, Block block) {
        boolean isFloat = block.isFloat() && !loop.space().isOfMatrices();
        if (buffer.isCell()) {
            return isFloat ? block.floatCells(buffer.number()) : block.doubleCells(buffer.number());
        }
        return isFloat ? block.floats(buffer.number()) : block.doubles(buffer.number());
    }

    @Override
    protected int decide(TensorStep tensor) {
        return IN_THE_MAKING.get().decide(tensor);
    }

    @Override
    protected void startPrologue(Step step) {
        generated.prologue("startPrologue", step);
    }

    @Override
    protected void startLoop(int loop, Block block) {
        generated.loop("startLoop", loop, block);
    }

    @Override
    protected void startPrologue(int sweep, Step step) {
        generated.prologue("startPrologue", sweep, step);
    }

    @Override
    protected void startTensorPrologue(int sweep, Step step, TensorStep tensor) {
        generated.tensorPrologue("startTensorPrologue", sweep, step, tensor);
    }

    @Override
    protected void prologue(Step step) {
        generated.prologue("prologue", step);
    }

    @Override
    protected void prologue(int sweep, Step step) {
        generated.prologue("prologue", sweep, step);
    }

    @Override
    protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
        generated.tensorPrologue("tensorPrologue", sweep, step, tensor);
    }
}

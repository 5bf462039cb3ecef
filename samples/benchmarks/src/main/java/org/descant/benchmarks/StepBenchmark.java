package org.descant.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One step of a model: as the generated class, and as passes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepBenchmark {
    /** The rule. */
    @Param
    public Workload workload = Workload.LAMB;

    /** The elements of all tensors together. */
    @Param({"16000", "1000000", "16000000"})
    public int elements;

    private Runnable generated = () -> {};
    private Runnable passes = () -> {};

    /** Makes a model for each form, so that each finds its own memory as it left it. */
    @Setup
    public void makeModels() {
        generated = workload.generated(new Model(elements, 1))::step;
        passes = workload.passes(new Model(elements, 1))::step;
    }

    /** The generated class. */
    @Benchmark
    public void generated() {
        generated.run();
    }

    /** The same rule as passes over memory. */
    @Benchmark
    public void passes() {
        passes.run();
    }
}

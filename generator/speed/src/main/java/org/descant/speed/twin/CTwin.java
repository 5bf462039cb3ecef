package org.descant.speed.twin;

import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.LoopBudget;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/** A rule in C: the same equations and sweeps as the Java, each sweep as one loop, by the C compiler of this machine. */
public final class CTwin implements AutoCloseable {
    private static final String PACKAGE = "twin";

    /** Steps that are no measure: rules begin in ways of their own. */
    private static final int FIRST = 40;

    /** A multiple of the periods that rules have. */
    private static final int OBSERVED = 60;

    private final Class<? extends Optimizer> type;
    private final ElementType elementType;
    private final TwinLibrary library;

    private CTwin(Class<? extends Optimizer> type, ElementType elementType, TwinLibrary library) {
        this.type = type;
        this.elementType = elementType;
        this.library = library;
    }

    /**
     * The C of a rule.
     *
     * @param system the equations, as they are to be computed
     */
    public static CTwin of(EquationSystem system, ElementType type, Gcc gcc) {
        Diagnostics diagnostics = new Diagnostics();
        Plan plan = Planner.plan(system, LoopBudget.NONE, diagnostics)
                .orElseThrow(() -> new IllegalArgumentException(system.name() + " has no plan: " + diagnostics.all()));
        Class<? extends Optimizer> java = ClassFiles.compile(OptimizerWriter.write(plan, PACKAGE), new JaninoCompiler())
                .load();
        return new CTwin(java, type, new TwinLibrary(plan, type, gcc));
    }

    /** The text of the C. */
    public String source() {
        return library.source().text();
    }

    /** An optimizer like any other, whose loops are the C ones. */
    public Optimizer create(Parameters parameters) {
        return TwinOptimizer.of(type, library, parameters);
    }

    /**
     * What times steps in C alone, on a matrix.
     *
     * @param optimizer what {@link #create} gave
     * @param step makes a step of that optimizer; it is called until the kinds of steps that the rule has have been seen
     */
    public CTimer timer(Optimizer optimizer, Runnable step, int rows, int cols) {
        TwinOptimizer twin = (TwinOptimizer) optimizer;
        CTimer timer = new CTimer(arrays(rows, cols).fill());
        for (int i = 0; i < FIRST + OBSERVED; i++) {
            twin.forget();
            step.run();
            if (i >= FIRST) {
                timer.add(twin.given());
            }
        }
        return timer;
    }

    /** Arrays of zeros for steps in C. */
    StepArrays arrays(int rows, int cols) {
        return new StepArrays(library, elementType, rows, cols);
    }

    TwinLibrary library() {
        return library;
    }

    @Override
    public void close() {
        library.close();
    }
}

package org.descant.speed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.speed.twin.CTimer;
import org.descant.speed.twin.CTwin;
import org.descant.speed.twin.Gcc;

/** Measures rules on a model of one square matrix. */
public final class SpeedTest {
    /** How long a round of one candidate is at least, in nanoseconds. */
    private static final double ROUND = 20e6;

    /** A model that is large enough to see all that a rule does. */
    private static final int SMALL = 16;

    /** Elements of models so large that memory should not hold a limit any longer than it is needed. */
    private static final int MANY = 1 << 23;

    private final ElementType type;
    private final int side;
    private final Optional<Gcc> gcc;
    private final Map<Integer, Subject> limits = new HashMap<>();

    /**
     * @param side the rows and the columns of the matrix
     * @param gcc the C compiler, if rules are to be held beside their C
     */
    public SpeedTest(ElementType type, int side, Optional<Gcc> gcc) {
        this.type = type;
        this.side = side;
        this.gcc = gcc;
    }

    /**
     * Measures one rule.
     *
     * @param rule taken through all stages, without an error
     */
    public Speed measure(Compilation rule) {
        Plan plan = rule.executionPlan().orElseThrow();
        EquationSystem system = rule.rewrittenSystem().orElseThrow();
        Subject java = subject(rule);
        int times = Stopwatch.times(Stopwatch.warmUp(java), ROUND);
        int states = LimitRule.states(plan.traffic());
        double perMoved = (double) plan.traffic() / LimitRule.moved(states);
        Rounds besideLimit = besideLimit(java, times, states);
        Optional<Rounds> besideC = gcc.map(compiler -> besideC(java, times, system, compiler));
        return new Speed(
                system.name(),
                type,
                elements(),
                besideLimit.nanos(),
                plan.traffic(),
                perMoved * besideLimit.otherNanos(),
                perMoved * besideLimit.share(),
                besideC.map(Rounds::otherNanos),
                besideC.map(Rounds::share));
    }

    /** The parameters of the model. */
    public int elements() {
        return side * side;
    }

    private Rounds besideLimit(Subject java, int times, int states) {
        Subject limit = limits.computeIfAbsent(states, this::limit);
        int limitTimes = Stopwatch.times(() -> Stopwatch.nanos(limit, 2), ROUND);
        Rounds rounds =
                Rounds.of(elements(), () -> Stopwatch.nanos(java, times), () -> Stopwatch.nanos(limit, limitTimes));
        if (elements() > MANY) {
            limits.clear();
        }
        return rounds;
    }

    private Rounds besideC(Subject java, int times, EquationSystem system, Gcc compiler) {
        try (CTwin twin = CTwin.of(system, type, compiler)) {
            Subject small = Subject.of(twin::create, type, SMALL, SMALL);
            CTimer timer = twin.timer(small.optimizer(), small, side, side);
            int cTimes = Stopwatch.times(() -> timer.nanos(2), ROUND);
            return Rounds.of(elements(), () -> Stopwatch.nanos(java, times), () -> timer.nanos(cTimes));
        }
    }

    /**
     * Measures a rule that is compiled in two ways, in turn.
     *
     * @param rule taken through all stages, without an error; so is the other
     */
    public Ratio compare(Compilation rule, Compilation other) {
        Subject first = subject(rule);
        Subject second = subject(other);
        int times = Stopwatch.times(Stopwatch.warmUp(first), ROUND);
        Stopwatch.warmUp(second);
        Rounds rounds =
                Rounds.of(elements(), () -> Stopwatch.nanos(first, times), () -> Stopwatch.nanos(second, times));
        return new Ratio(
                rule.rewrittenSystem().orElseThrow().name(),
                elements(),
                rounds.nanos(),
                rounds.otherNanos(),
                1 / rounds.share());
    }

    private Subject subject(Compilation rule) {
        Class<? extends Optimizer> generated = rule.classes().orElseThrow().load();
        return Subject.of(parameters -> RuleClasses.create(generated, parameters), type, side, side);
    }

    private Subject limit(int states) {
        Subject limit = Subject.of(Descant.compile(LimitRule.text(states))::create, type, side, side);
        Stopwatch.warmUp(limit);
        return limit;
    }
}

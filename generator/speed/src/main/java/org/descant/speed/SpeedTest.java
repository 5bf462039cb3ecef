package org.descant.speed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private static final int ROUNDS = 7;

    /** How long a round of one candidate is at least, in nanoseconds. */
    private static final double ROUND = 20e6;

    /** A model that is large enough to see all that a rule does. */
    private static final int SMALL = 16;

    /** Elements of models so large that only one limit is held at a time. */
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
        int states = LimitRule.states(plan.traffic());
        if (side * side > MANY && !limits.containsKey(states)) {
            limits.clear();
        }
        Subject limit = limits.computeIfAbsent(states, this::limit);
        double perMoved = (double) plan.traffic() / LimitRule.moved(states);
        if (gcc.isEmpty()) {
            return measure(system.name(), plan, java, limit, perMoved, Optional.empty());
        }
        try (CTwin twin = CTwin.of(system, type, gcc.get())) {
            Subject small = Subject.of(twin::create, type, SMALL, SMALL);
            CTimer timer = twin.timer(small.optimizer(), small, side, side);
            return measure(system.name(), plan, java, limit, perMoved, Optional.of(timer));
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
        List<Double> nanos = new ArrayList<>();
        List<Double> otherNanos = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double own = Stopwatch.nanos(first, times);
            double others = Stopwatch.nanos(second, times);
            nanos.add(own / (side * side));
            otherNanos.add(others / (side * side));
            ratios.add(own / others);
        }
        return new Ratio(
                rule.rewrittenSystem().orElseThrow().name(),
                side * side,
                Stopwatch.median(nanos),
                Stopwatch.median(otherNanos),
                Stopwatch.median(ratios));
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

    private Speed measure(String rule, Plan plan, Subject java, Subject limit, double perMoved, Optional<CTimer> c) {
        int elements = side * side;
        int javaTimes = Stopwatch.times(Stopwatch.warmUp(java), ROUND);
        int limitTimes = Stopwatch.times(Stopwatch.nanos(limit, 2), ROUND);
        int cTimes = c.map(timer -> Stopwatch.times(timer.nanos(2), ROUND)).orElse(0);
        List<Double> times = new ArrayList<>();
        List<Double> limitTime = new ArrayList<>();
        List<Double> limitShare = new ArrayList<>();
        List<Double> cTime = new ArrayList<>();
        List<Double> cShare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double own = Stopwatch.nanos(java, javaTimes);
            double least = perMoved * Stopwatch.nanos(limit, limitTimes);
            times.add(own / elements);
            limitTime.add(least / elements);
            limitShare.add(least / own);
            c.ifPresent(timer -> {
                double nanos = timer.nanos(cTimes);
                cTime.add(nanos / elements);
                cShare.add(nanos / own);
            });
        }
        return new Speed(
                rule,
                type,
                elements,
                Stopwatch.median(times),
                plan.traffic(),
                Stopwatch.median(limitTime),
                Stopwatch.median(limitShare),
                c.map(unused -> Stopwatch.median(cTime)),
                c.map(unused -> Stopwatch.median(cShare)));
    }
}

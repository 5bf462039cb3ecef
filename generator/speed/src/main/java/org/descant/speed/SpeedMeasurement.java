package org.descant.speed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.VectorLoops;
import org.descant.speed.twin.CTimer;
import org.descant.speed.twin.CTwin;
import org.descant.speed.twin.Gcc;

/** Measures rules on a model of one square matrix. */
public final class SpeedMeasurement {
    /** How long a round of one candidate is at least, in nanoseconds. */
    private static final double ROUND = 20e6;

    /** A model that is large enough to see all that a rule does. */
    private static final int SMALL = 16;

    /** Elements of models so large that few of its steps are a round, and that memory should not hold a limit any longer than it is needed. */
    private static final int MANY = 1 << 23;

    /** The rows and columns of a model whose step calls all that the step of a large one does, in many blocks. */
    private static final int MIDDLE = 512;

    private static final int FEW = 3;

    /** Elements of models that caches hold, where much hangs on how far apart arrays lie: they are made anew for each round, so that no one place decides. */
    private static final int IN_CACHES = 1 << 20;

    /** Steps of a model that was made anew before it counts. */
    private static final int SETTLED = 20;

    private final ElementType type;
    private final int side;
    private final Optional<Gcc> gcc;
    private final Map<Integer, Candidate> limits = new HashMap<>();

    /**
     * @param side the rows and the columns of the matrix
     * @param gcc the C compiler, if rules are to be held beside their C
     */
    public SpeedMeasurement(ElementType type, int side, Optional<Gcc> gcc) {
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
        Candidate java = new Candidate(creator(rule));
        int states = LimitRule.states(plan.traffic());
        double perMoved = (double) plan.traffic() / LimitRule.moved(states);
        Rounds besideLimit = besideLimit(java, states);
        Optional<Rounds> besideC = gcc.map(compiler -> besideC(java, system, compiler));
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

    private Rounds besideLimit(Candidate java, int states) {
        Candidate limit = limits.computeIfAbsent(states, this::limit);
        Rounds rounds = Rounds.of(elements(), java::nanos, limit::nanos);
        if (isLarge()) {
            limits.clear();
        }
        return rounds;
    }

    private Rounds besideC(Candidate java, EquationSystem system, Gcc compiler) {
        try (CTwin twin = CTwin.of(system, type, compiler)) {
            Subject small = Subject.of(twin::create, type, SMALL, SMALL);
            CTimer timer = twin.timer(small.optimizer(), small, side, side);
            int times = times(() -> timer.nanos(2));
            return Rounds.of(
                    elements(),
                    java::nanos,
                    () -> isMoved()
                            ? twin.timer(small.optimizer(), small, side, side).nanos(times)
                            : timer.nanos(times));
        }
    }

    /**
     * Measures a rule that is compiled in two ways, in turn.
     *
     * @param rule taken through all stages, without an error; so is the other
     */
    public Ratio compare(Compilation rule, Compilation other) {
        return compare(name(rule), creator(rule), creator(other));
    }

    /**
     * Measures what the vector form of a rule's class brings, beside the same class alone and in turn with it: in a JVM that has the Vector API, and
     * uses forms as {@link VectorLoops#PROPERTY} says. The other one of the ratio is that with the form.
     *
     * @param rule taken through all stages, without an error
     * @return nothing if none of the rule's loops has a vector form, or the JVM has not the Vector API
     */
    public Optional<Ratio> vectors(Compilation rule) {
        ClassFiles files = rule.classes().orElseThrow();
        Class<? extends Optimizer> type = files.load();
        if (!hasVectorForm(type)) {
            return Optional.empty();
        }
        Class<? extends Optimizer> alone =
                ClassFiles.compile(files.source(), new JaninoCompiler()).load();
        return Optional.of(compare(name(rule), creator(alone), creator(type)));
    }

    private static boolean hasVectorForm(Class<?> type) {
        try {
            Class.forName(type.getName() + VectorLoops.SUFFIX, false, type.getClassLoader());
            return true;
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private Ratio compare(
            String name, Function<Parameters, Optimizer> rule, Function<Parameters, Optimizer> otherRule) {
        Rounds rounds = Rounds.of(elements(), new Candidate(rule)::nanos, new Candidate(otherRule)::nanos);
        return new Ratio(name, elements(), rounds.nanos(), rounds.otherNanos(), 1 / rounds.share());
    }

    private static String name(Compilation rule) {
        return rule.rewrittenSystem().orElseThrow().name();
    }

    private static Function<Parameters, Optimizer> creator(Class<? extends Optimizer> generated) {
        return parameters -> RuleClasses.create(generated, parameters);
    }

    private static Function<Parameters, Optimizer> creator(Compilation rule) {
        return creator(rule.classes().orElseThrow().load());
    }

    private Candidate limit(int states) {
        return new Candidate(Descant.compile(LimitRule.text(states))::create);
    }

    /** A rule that is measured in rounds, warm from the first on. */
    private final class Candidate {
        private final Function<Parameters, Optimizer> rule;
        private final int times;
        private Subject subject;

        Candidate(Function<Parameters, Optimizer> rule) {
            this.rule = rule;
            subject = warm(rule);
            times = times(() -> subject.nanos(2));
        }

        /** The nanoseconds that a step of a round took. */
        double nanos() {
            if (isMoved()) {
                subject = Subject.of(rule, type, side, side);
                subject.nanos(SETTLED);
            }
            return subject.nanos(times);
        }
    }

    /**
     * Something whose steps take as long as they always will. Of a large model that takes too long to see it of its own steps: what they call is warm from a
     * smaller one, but for what a few of its steps make so.
     */
    private Subject warm(Function<Parameters, Optimizer> rule) {
        if (!isLarge()) {
            Subject subject = Subject.of(rule, type, side, side);
            Stopwatch.warmUp(subject::nanos);
            return subject;
        }
        Stopwatch.warmUp(Subject.of(rule, type, MIDDLE, MIDDLE)::nanos);
        Subject subject = Subject.of(rule, type, side, side);
        subject.nanos(FEW);
        return subject;
    }

    /** How many steps make a round, by what one takes. */
    private int times(DoubleSupplier nanos) {
        return isLarge() ? Stopwatch.times(nanos.getAsDouble(), ROUND) : Stopwatch.times(nanos, ROUND);
    }

    private boolean isMoved() {
        return elements() <= IN_CACHES;
    }

    private boolean isLarge() {
        return elements() > MANY;
    }
}

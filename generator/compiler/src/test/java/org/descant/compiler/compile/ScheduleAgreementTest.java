package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.Snapshot;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.harness.numbers.AwkwardNumbers;
import org.descant.runtime.ElementType;
import org.descant.runtime.ScheduleParameter;
import org.descant.runtime.SettableSchedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated schedules have the bits of the interpreter, whichever compiler made them, and allocate nothing. */
class ScheduleAgreementTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/schedule");
    private static final int SETTINGS = 12;
    private static final int MOST_ROUNDS = 50;

    private static final long[] LATE = {
        99, 100, 101, 499, 500, 501, 999, 1000, 1001, 1_000_000, Integer.MAX_VALUE, 1L << 40, (1L << 53) - 2
    };

    static Stream<ClassCompiler> compilers() {
        return RuleClassesTest.compilers();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void everySchedule_agreesWithTheInterpreter(ClassCompiler compiler) {
        List<Compilation> compilations = compilations();
        List<JavaSource> sources =
                compilations.stream().map(each -> each.source().orElseThrow()).toList();
        List<ClassFiles> files = ClassFiles.compileAll(sources, compiler);
        for (int i = 0; i < files.size(); i++) {
            EquationSystem written = compilations.get(i).system().orElseThrow();
            for (int setting = 0; setting < SETTINGS; setting++) {
                agree(written, RuleClasses.create(files.get(i).loadSchedule()), setting);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void value_allocatesNothing(ClassCompiler compiler) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        // These make arrays of their own while they are not compiled by C2: pow on JDK 17, cos on JDK 25.
        List<JavaSource> sources = compilations().stream()
                .map(each -> each.source().orElseThrow())
                .filter(source -> !source.text().contains("Numeric.pow"))
                .filter(source -> !source.text().contains("Numeric.cos"))
                .toList();
        assertThat(sources).hasSizeGreaterThan(9);
        for (ClassFiles files : ClassFiles.compileAll(sources, compiler)) {
            SettableSchedule schedule = RuleClasses.create(files.loadSchedule());
            set(schedule, Map.of());
            // The JVM itself allocates a few bytes while it compiles.
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < MOST_ROUNDS && allocated > 0; round++) {
                long before = threads.getThreadAllocatedBytes(self);
                for (int k = 0; k < 1000; k++) {
                    schedule.value(k);
                }
                allocated = threads.getThreadAllocatedBytes(self) - before;
            }
            assertThat(allocated)
                    .describedAs("%s by %s", schedule.description().name(), compiler.name())
                    .isZero();
        }
    }

    private static List<Compilation> compilations() {
        List<Compilation> all = new ArrayList<>();
        RuleCompiler compiler = Descant.compiler();
        for (String name : Descant.schedules()) {
            all.add(compiler.schedule(name).run(GOLDEN.resolve("halving.opt"), "emit"));
        }
        all.add(compiler.schedule("halving").run(GOLDEN.resolve("halving.opt"), "emit"));
        all.add(compiler.schedule("step").run(GOLDEN.resolve("awkward.opt"), "emit"));
        return all;
    }

    private static void agree(EquationSystem system, SettableSchedule schedule, int setting) {
        Map<String, Double> values = values(schedule, setting);
        Interpreter interpreter =
                new Interpreter(system, ElementType.DOUBLE, List.of(new TensorSpec("x", List.of(1), 0)));
        values.forEach(interpreter::set);
        set(schedule, values);
        for (long k = 0; k <= 60; k++) {
            agree(interpreter, schedule, k, values);
        }
        for (long k : LATE) {
            double[] old = {0};
            interpreter.restore(new Snapshot(k, Map.of(system.name(), old)));
            agree(interpreter, schedule, k, values);
        }
    }

    private static void agree(Interpreter interpreter, SettableSchedule schedule, long k, Map<String, Double> values) {
        interpreter.step(StepSource.of(new double[1]));
        String name = schedule.description().name();
        double expected = interpreter.output(name)[0];
        double made = schedule.value(k);
        assertThat(Double.doubleToLongBits(made))
                .describedAs("%s(%s) with %s is %s, and the interpreter has %s", name, k, values, made, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }

    /** The defaults first, then numbers of every kind. */
    private static Map<String, Double> values(SettableSchedule schedule, int setting) {
        AwkwardNumbers numbers = AwkwardNumbers.source(setting);
        Map<String, Double> values = new HashMap<>();
        for (ScheduleParameter parameter : schedule.description().parameters()) {
            double number = setting % 3 == 1 ? numbers.nextPositive() : numbers.next() * (setting % 3 == 2 ? 30 : 1);
            if ((setting > 0 && !Double.isNaN(number))
                    || parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), Double.isNaN(number) ? 0.5 : number);
            }
        }
        return values;
    }

    /** Sets values, and what else has no default. */
    private static void set(SettableSchedule schedule, Map<String, Double> values) {
        for (ScheduleParameter parameter : schedule.description().parameters()) {
            if (parameter.defaultValue().isEmpty()) {
                schedule.set(parameter.name(), 0.5);
            }
        }
        values.forEach(schedule::set);
    }
}

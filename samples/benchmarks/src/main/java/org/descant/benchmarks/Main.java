package org.descant.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The measurement: {@code --short} takes fewer rounds and sizes, {@code --json FILE} writes all of JMH's results. Ends with 2 if it is called wrongly.
 */
public final class Main {
    private static final int CALL_IS_WRONG = 2;

    private Main() {}

    public static void main(String[] arguments) throws RunnerException {
        boolean isShort = false;
        String json = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--short")) {
                isShort = true;
            } else if (arguments[i].equals("--json") && i + 1 < arguments.length) {
                json = arguments[++i];
            } else {
                System.err.println("The measurement takes '--short' and '--json FILE', not " + arguments[i]);
                System.exit(CALL_IS_WRONG);
            }
        }
        System.out.print(measure(isShort, json).table());
    }

    private static Comparison measure(boolean isShort, String json) throws RunnerException {
        int rounds = isShort ? 1 : 5;
        Comparison comparison = new Comparison();
        Collection<RunResult> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            System.out.println("round " + round + " of " + rounds);
            Collection<RunResult> results = round(isShort);
            comparison.add(results);
            all.addAll(results);
        }
        if (!json.isEmpty()) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(all);
        }
        return comparison;
    }

    private static Collection<RunResult> round(boolean isShort) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(StepBenchmark.class.getName())
                .verbosity(VerboseMode.SILENT)
                // Both forms in this JVM, in turn: what disturbs one disturbs the other.
                .forks(0)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400));
        if (isShort) {
            options.param("elements", List.of("16000", "1000000").toArray(String[]::new));
        }
        return new Runner(options.build()).run();
    }
}

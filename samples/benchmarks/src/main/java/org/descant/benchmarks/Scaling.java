package org.descant.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.descant.rules.Adafactor;
import org.descant.rules.AdamW;
import org.descant.rules.LAMB;
import org.descant.rules.TrainingStep;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Workers;

/**
 * What threads bring: the time of a step on one thread and on several, over sizes from a thousand elements on. Both are measured in turn, for some
 * milliseconds each, and a ratio is the median of those of all turns; beside it stands that of the fastest turns. {@code --threads N} (2), {@code --least N} and {@code --most N} (elements, 64 million),
 * {@code --pause MICROS} between two steps, so that threads fall asleep (none). Ends with 2 if it is called wrongly.
 */
public final class Scaling {
    private static final int[] SIZES = {
        1_000, 4_000, 8_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000, 16_000_000, 64_000_000
    };

    private static final long WARM_UP_NANOS = 1_500_000_000;
    private static final int TURNS = 101;
    private static final long TURN_NANOS = 4_000_000;

    private enum Rule {
        ADAMW {
            @Override
            Optimizer make(Parameters parameters) {
                return new AdamW(parameters);
            }
        },
        TRAINING_STEP {
            @Override
            Optimizer make(Parameters parameters) {
                return new TrainingStep(parameters);
            }
        },
        LAMB {
            @Override
            Optimizer make(Parameters parameters) {
                return new LAMB(parameters);
            }
        },
        ADAFACTOR {
            @Override
            Optimizer make(Parameters parameters) {
                return new Adafactor(parameters);
            }
        };

        abstract Optimizer make(Parameters parameters);
    }

    private final int threads;
    private final long pauseNanos;

    private Scaling(int threads, long pauseNanos) {
        this.threads = threads;
        this.pauseNanos = pauseNanos;
    }

    public static void main(String[] arguments) {
        ScalingOptions options = options(arguments);
        Scaling scaling = new Scaling(options.threads(), 1_000L * options.pause());
        System.out.printf(
                "%-15s %12s %15s %15s %8s %8s%n",
                "rule", "elements", "1 thread, ns", options.threads() + " threads, ns", "ratio", "at best");
        for (Rule rule : Rule.values()) {
            for (int elements : SIZES) {
                if (elements >= options.least() && elements <= options.most()) {
                    scaling.measure(rule, elements);
                }
            }
        }
        System.out.println(
                "Times are per element of the model; a ratio above 1 says that threads are faster. The last column compares the"
                        + " fastest turns, in which other programs disturb least.");
    }

    private static ScalingOptions options(String[] arguments) {
        try {
            return ScalingOptions.of(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    private void measure(Rule rule, int elements) {
        try (Workers workers = Workers.of(threads)) {
            Optimizer alone = rule.make(new Model(elements, 1).matrices());
            Optimizer shared = rule.make(new Model(elements, 1).matrices());
            shared.workers(workers);
            List<Double> one = new ArrayList<>();
            List<Double> many = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            nanos(alone, WARM_UP_NANOS);
            nanos(shared, WARM_UP_NANOS);
            for (int turn = 0; turn < TURNS; turn++) {
                double first = nanos(alone, TURN_NANOS);
                double second = nanos(shared, TURN_NANOS);
                one.add(first / elements);
                many.add(second / elements);
                ratios.add(first / second);
            }
            System.out.printf(
                    "%-15s %,12d %15.3f %15.3f %8.2f %8.2f%n",
                    rule,
                    elements,
                    Comparison.median(one),
                    Comparison.median(many),
                    Comparison.median(ratios),
                    Collections.min(one) / Collections.min(many));
        }
    }

    /** The time of a step, pauses left out. */
    private double nanos(Optimizer optimizer, long turn) {
        long spent = 0;
        int steps = 0;
        long begin = System.nanoTime();
        do {
            if (pauseNanos > 0) {
                LockSupport.parkNanos(pauseNanos);
            }
            long start = System.nanoTime();
            optimizer.step();
            spent += System.nanoTime() - start;
            steps++;
        } while (System.nanoTime() - begin < turn);
        return (double) spent / steps;
    }
}

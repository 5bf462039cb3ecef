package org.descant.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.descant.compiler.Descant;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/**
 * Whether a rule with a condition of the step is vector code whenever the condition first holds. The JVM compiles a loop by what it has seen, and a condition that first holds on step 400 is
 * something that it has not: a loop that holds the condition may take 5 to 15 times as long, on that step or on all that follow.
 */
final class LateCondition {
    private static final int ELEMENTS = 16_000;
    private static final int STEPS = 40_000;
    private static final int EARLY = 4;
    private static final int LATE = 400;
    private static final double PICOS = 1000;

    /** Scalar code takes more than six times as long; and what is run on few steps finds its memory in a farther cache. */
    private static final double MOST = 4;

    /** Which loop is compiled when is not the same in all runs. */
    private static final int RUNS = 3;

    private static final String RULE = "gradientaccumulation";

    private LateCondition() {}

    /** Says how many picoseconds an element takes, in the median, on steps on which the mean of some gradients is taken, and on the others. */
    public static void main(String[] period) throws IOException {
        int every = Integer.parseInt(period[0]);
        float[] gradients = new float[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            gradients[i] = (float) (1.5 + Math.sin(0.71 * i));
        }
        Path rule =
                LibraryFolder.chosen(LibraryFolder.temporary(), List.of(RULE)).get(0);
        Optimizer optimizer = Descant.compile(rule)
                .create(Parameters.builder()
                        .tensor("w", new float[ELEMENTS], gradients, ELEMENTS)
                        .build());
        optimizer.set("k", every);
        LongStream.Builder due = LongStream.builder();
        LongStream.Builder others = LongStream.builder();
        for (int step = 1; step <= STEPS; step++) {
            long began = System.nanoTime();
            optimizer.step();
            long nanos = System.nanoTime() - began;
            if (step > STEPS / 2) {
                (step % every == 0 ? due : others).add(nanos);
            }
        }
        System.out.println(picos(due.build()));
        System.out.println(picos(others.build()));
    }

    private static long picos(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        return Math.round(PICOS * sorted[sorted.length / 2] / ELEMENTS);
    }

    /** Prints how much longer steps take if the condition first holds late, and says whether they are still vector code. */
    static boolean costsNothing() throws IOException {
        double worst = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Long> early = Child.saidBy(List.of(), LateCondition.class, EARLY);
            List<Long> late = Child.saidBy(List.of(), LateCondition.class, LATE);
            double due = (double) late.get(0) / early.get(0);
            double others = (double) late.get(1) / early.get(1);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %.2f of the time where it holds, %.2f on other steps%n",
                    "a condition from step " + LATE,
                    due,
                    others);
            worst = Math.max(worst, Math.max(due, others));
        }
        return worst < MOST;
    }
}

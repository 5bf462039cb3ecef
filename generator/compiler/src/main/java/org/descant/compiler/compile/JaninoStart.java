package org.descant.compiler.compile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.descant.compiler.emit.JavaSource;

/**
 * The first use of Janino in a JVM, in a thread of its own beside the stages that come before: to load its classes, and to look into those
 * of the runtime, takes a good part of the time from the start of a program to its first step, and needs nothing of the rule.
 */
final class JaninoStart {
    /** A little of all that generated classes are made of. */
    private static final String SAMPLE = """
            package sample;

            import org.descant.runtime.Block;
            import org.descant.runtime.Optimizer;
            import org.descant.runtime.Parameters;
            import org.descant.runtime.Range;
            import org.descant.runtime.RuleDescription;
            import org.descant.runtime.Schedule;
            import org.descant.runtime.StateShape;
            import org.descant.runtime.Step;

            public final class Sample extends Optimizer {
                public static final RuleDescription DESCRIPTION = RuleDescription.builder("Sample")
                        .hyper("lr", 0.1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
                        .state("m", StateShape.PER_ELEMENT)
                        .sweep()
                        .loop(new int[] {0, 1}, new int[] {0})
                        .equations("m\\n" + "w\\n")
                        .build();

                private static final int LR = 0;

                public Sample(Parameters parameters) {
                    super(DESCRIPTION, parameters);
                }

                public Sample lr(double value) {
                    set(LR, value);
                    return this;
                }

                public Sample lr(Schedule schedule) {
                    schedule(LR, schedule);
                    return this;
                }

                @Override
                protected void prologue(Step step) {
                    double lr = 1.0 - step.hyper(LR);
                    step.scalar(0, lr);
                }

                @Override
                protected void loop(int sweep, int loop, Block block) {
                    if (block.isFloat()) {
                        update(block.floats(0), (float) block.scalar(0), block.from(), block.to());
                    }
                }

                private static void update(float[] w, float lr, int from, int to) {
                    for (int i = from; i < to; i++) {
                        float wOld = w[i];
                        w[i] = wOld - lr / ((float) Math.sqrt(wOld) + lr);
                    }
                }
            }
            """;

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private JaninoStart() {}

    /** Begins, if nobody has, and returns at once. */
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(null, JaninoStart::run, "descant-janino-start", 0, false);
            thread.setDaemon(true);
            // It takes what it needs from the loader of this class, and is not to hold the caller's.
            thread.setContextClassLoader(null);
            boolean runs = false;
            try {
                thread.start();
                runs = true;
            } finally {
                if (!runs) {
                    OVER.countDown();
                }
            }
        }
    }

    /** Waits until it is over, if it has begun: what is left of it would have to be done now. */
    static void await() {
        if (BEGUN.get() && OVER.getCount() > 0) {
            try {
                OVER.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The source that is compiled. */
    static JavaSource sample() {
        return new JavaSource("sample.Sample", SAMPLE);
    }

    private static void run() {
        try {
            JaninoUnit.compile(sample());
        } finally {
            OVER.countDown();
        }
    }
}

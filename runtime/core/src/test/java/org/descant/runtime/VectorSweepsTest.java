package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vector forms that run the loops of a sweep as one. */
class VectorSweepsTest {
    private static final int LENGTH = 5 * ReductionTree.BLOCK + 100;

    private final String before = System.getProperty(VectorLoops.PROPERTY, "auto");
    private final float[] values = Numbers.floats(1, LENGTH);
    private final float[] gradient = Numbers.floats(2, LENGTH);
    private final Parameters parameters =
            Parameters.builder().tensor("w", values, gradient, LENGTH).build();

    @BeforeEach
    void module_isThere() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    }

    @AfterEach
    void putBack() {
        System.setProperty(VectorLoops.PROPERTY, before);
    }

    /** Plays a class whose first loop hands twice the gradient to its second, in an array of which nothing is left to mean anything. */
    private abstract static class Handing extends Optimizer {
        private final boolean isSlow;
        private double waste;

        Handing(Parameters parameters, boolean isSlow) {
            super(
                    RuleDescription.builder("Handing")
                            .sweep()
                            .loop(new int[] {1}, new int[] {2})
                            .loop(new int[] {0, 2}, new int[] {0})
                            .carried(1)
                            .build(),
                    parameters);
            this.isSlow = isSlow;
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int i = block.from(); i < block.to(); i++) {
                if (isSlow) {
                    waste += StrictMath.sin(i + waste);
                }
                if (loop == 0) {
                    block.floats(2)[i] = 2 * block.floats(1)[i];
                } else {
                    block.floats(0)[i] = block.floats(0)[i] - block.floats(2)[i];
                }
            }
        }
    }

    /** Plays its vector form, which does both at once. */
    private abstract static class HandingVectors extends VectorLoops {
        private final AtomicInteger calls;
        private final float factor;

        HandingVectors(AtomicInteger calls, float factor) {
            super(new int[][] {}, new int[][] {}, new int[] {0});
            this.calls = calls;
            this.factor = factor;
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            throw none(sweep, loop);
        }

        @Override
        protected int sweep(int sweep, Block block) {
            calls.incrementAndGet();
            int end = block.from() + (block.to() - block.from()) / 8 * 8;
            for (int i = block.from(); i < end; i++) {
                block.floats(0)[i] = block.floats(0)[i] - factor * block.floats(1)[i];
            }
            return end;
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            throw none(sweep, loop);
        }
    }

    static final class Whole extends Handing {
        Whole(Parameters parameters) {
            super(parameters, true);
        }
    }

    public static final class WholeVectors extends HandingVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public WholeVectors() {
            super(CALLS, 2);
        }
    }

    static final class Mistaken extends Handing {
        Mistaken(Parameters parameters) {
            super(parameters, true);
        }
    }

    public static final class MistakenVectors extends HandingVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public MistakenVectors() {
            super(CALLS, Math.nextUp(2f));
        }
    }

    static final class Forthright extends Handing {
        Forthright(Parameters parameters) {
            super(parameters, false);
        }
    }

    public static final class ForthrightVectors extends HandingVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public ForthrightVectors() {
            super(CALLS, 2);
        }
    }

    private void checkHanded(int steps) {
        float[] expected = Numbers.floats(1, LENGTH);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < LENGTH; i++) {
                expected[i] -= 2 * gradient[i];
            }
        }
        assertThat(values).isEqualTo(expected);
    }

    @Test
    void wait_loopsThatAreFasterAtOnce_areRunAtOnce() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(VectorsTest.callsOfAStep(new Whole(parameters), WholeVectors.CALLS))
                .isEqualTo(6);
        checkHanded(Vectors.LAST_ASKED + 2);
    }

    @Test
    void wait_loopsWithOtherBitsAtOnce_areRunOneAfterTheOther() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(VectorsTest.callsOfAStep(new Mistaken(parameters), MistakenVectors.CALLS))
                .isZero();
        assertThat(MistakenVectors.CALLS.get()).as("in the trial").isPositive();
        checkHanded(Vectors.LAST_ASKED + 2);
    }

    @Test
    void on_loopsAreRunAtOnceFromTheFirstStep() {
        System.setProperty(VectorLoops.PROPERTY, "on");
        Forthright optimizer = new Forthright(parameters);
        optimizer.step();
        ForthrightVectors.CALLS.set(0);
        optimizer.step();
        assertThat(ForthrightVectors.CALLS).as("six blocks").hasValue(6);
        checkHanded(2);
    }

    @Test
    void loopsThatAreRunAtOnce_takeAllElements_onceTheirCodeIsCompiled() {
        System.setProperty(VectorLoops.PROPERTY, "on");
        Forthright optimizer = new Forthright(parameters);
        int steps = Hand.ONE_BY_ONE / 6 + 1;
        for (int i = 0; i < steps; i++) {
            optimizer.step();
        }
        ForthrightVectors.CALLS.set(0);
        optimizer.step();
        assertThat(ForthrightVectors.CALLS).hasValue(1);
        checkHanded(steps + 1);
    }
}

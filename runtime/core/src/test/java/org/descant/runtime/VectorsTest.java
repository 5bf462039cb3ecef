package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VectorsTest {
    private static final int LENGTH = 2 * ReductionTree.BLOCK + 100;

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

    /** Plays a generated class: a sum of squares, then a step along the gradient over that. */
    private abstract static class Descent extends Optimizer {
        Descent(Parameters parameters) {
            super(describe(), parameters);
        }

        private static RuleDescription describe() {
            return RuleDescription.builder("Descent")
                    .sweep()
                    .reduction("sum(g^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
                    .loop(new int[] {1}, new int[] {2})
                    .sweepPerTensor()
                    .loop(new int[] {0, 1}, new int[] {0})
                    .tensorScalars(1)
                    .build();
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
            if (sweep == 1) {
                tensor.scalar(0, 1 / (1 + tensor.reduced(0)));
            }
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            float[] g = block.floats(1);
            for (int i = block.from(); i < block.to(); i++) {
                if (sweep == 0) {
                    block.floats(2)[i] = g[i] * g[i];
                } else {
                    block.floats(0)[i] = block.floats(0)[i] - (float) block.tensorScalar(0) * g[i];
                }
            }
        }
    }

    /** Plays its vector form, which leaves what is not a whole vector of eight. */
    private abstract static class DescentVectors extends VectorLoops {
        final AtomicInteger calls;

        DescentVectors(AtomicInteger calls) {
            super(new int[][] {{1, 0}}, new int[][] {{0, 0}});
            this.calls = calls;
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            calls.incrementAndGet();
            int end = block.from() + (block.to() - block.from()) / 8 * 8;
            for (int i = block.from(); i < end; i++) {
                block.floats(0)[i] = block.floats(0)[i] - (float) block.tensorScalar(0) * block.floats(1)[i];
            }
            return end;
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            calls.incrementAndGet();
            ReductionTree tree = new ReductionTree(ReductionKind.SUM);
            // What is left in the array of terms is nobody's.
            float[] terms = block.floats(2);
            for (int i = 0; i < BLOCK; i++) {
                float g = block.floats(1)[block.from() + i];
                terms[i] = g * g;
            }
            tree.begin();
            tree.addBlock(terms, 0, BLOCK);
            results[0] = tree.result();
        }
    }

    static final class Plain extends Descent {
        Plain(Parameters parameters) {
            super(parameters);
        }
    }

    static final class Forced extends Descent {
        Forced(Parameters parameters) {
            super(parameters);
        }
    }

    public static final class ForcedVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public ForcedVectors() {
            super(CALLS);
        }
    }

    static final class Forbidden extends Descent {
        Forbidden(Parameters parameters) {
            super(parameters);
        }
    }

    public static final class ForbiddenVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public ForbiddenVectors() {
            super(CALLS);
        }
    }

    /** A class whose own loops waste their time. */
    private abstract static class Wasteful extends Descent {
        private double waste;

        Wasteful(Parameters parameters) {
            super(parameters);
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int i = 0; i < block.to() - block.from(); i++) {
                waste += StrictMath.sin(i + waste);
            }
            super.loop(sweep, loop, block);
        }
    }

    static final class Slow extends Wasteful {
        Slow(Parameters parameters) {
            super(parameters);
        }
    }

    public static final class SlowVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public SlowVectors() {
            super(CALLS);
        }
    }

    static final class Fast extends Descent {
        Fast(Parameters parameters) {
            super(parameters);
        }
    }

    /** A form that wastes time. */
    public static final class FastVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();
        private double waste;

        public FastVectors() {
            super(CALLS);
        }

        private void wasteTime() {
            for (int i = 0; i < BLOCK; i++) {
                waste += StrictMath.sin(i + waste);
            }
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            wasteTime();
            return super.loop(sweep, loop, block);
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            wasteTime();
            super.reduce(sweep, loop, block, results);
        }
    }

    static final class Wronged extends Wasteful {
        Wronged(Parameters parameters) {
            super(parameters);
        }
    }

    /** A form that forgets the sign of zero, and adds up in another order. */
    private abstract static class WrongVectors extends DescentVectors {
        WrongVectors(AtomicInteger calls) {
            super(calls);
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            int end = super.loop(sweep, loop, block);
            for (int i = block.from(); i < end; i++) {
                block.floats(0)[i] += 0f;
            }
            return end;
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            super.reduce(sweep, loop, block, results);
            double sum = 0;
            for (int i = block.from(); i < block.to(); i++) {
                sum += block.floats(1)[i] * block.floats(1)[i];
            }
            results[0] = sum;
        }
    }

    public static final class WrongedVectors extends WrongVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public WrongedVectors() {
            super(CALLS);
        }
    }

    static final class Misled extends Descent {
        Misled(Parameters parameters) {
            super(parameters);
        }
    }

    /** The same, for an optimizer that is told to use it. */
    public static final class MisledVectors extends WrongVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public MisledVectors() {
            super(CALLS);
        }
    }

    static final class Broken extends Descent {
        Broken(Parameters parameters) {
            super(parameters);
        }
    }

    /** A form that cannot be made. */
    public static final class BrokenVectors extends DescentVectors {
        public BrokenVectors() {
            super(new AtomicInteger());
            throw new UnsupportedOperationException("no such instructions");
        }
    }

    static final class Outdated extends Descent {
        Outdated(Parameters parameters) {
            super(parameters);
        }
    }

    /** A form that was compiled against another Vector API. */
    public static final class OutdatedVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public OutdatedVectors() {
            super(CALLS);
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            int end = super.loop(sweep, loop, block);
            throw new NoSuchMethodError("a method of FloatVector, after " + end);
        }
    }

    static final class Unlinked extends Descent {
        Unlinked(Parameters parameters) {
            super(parameters);
        }
    }

    /** The same, for an optimizer that is told to use it. */
    public static final class UnlinkedVectors extends DescentVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        public UnlinkedVectors() {
            super(CALLS);
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            throw new NoSuchMethodError("a method of FloatVector");
        }
    }

    /** How often forms are called in a step after those in which they were tried. */
    static int callsOfAStep(Optimizer optimizer, AtomicInteger calls) {
        for (int i = 0; i <= Vectors.LAST_ASKED; i++) {
            optimizer.step();
        }
        int first = calls.get();
        optimizer.step();
        return calls.get() - first;
    }

    private void checkValues(int steps) {
        float[] expected = Numbers.floats(1, LENGTH);
        Plain plain = new Plain(
                Parameters.builder().tensor("w", expected, gradient, LENGTH).build());
        for (int i = 0; i < steps; i++) {
            plain.step();
        }
        assertThat(values).isEqualTo(expected);
    }

    @Test
    void on_allFormsAreUsedFromTheFirstStep() {
        System.setProperty(VectorLoops.PROPERTY, "on");
        Forced optimizer = new Forced(parameters);
        optimizer.step();
        int first = ForcedVectors.CALLS.getAndSet(0);
        optimizer.step();
        assertThat(ForcedVectors.CALLS)
                .as("three blocks, and two whole ones that are added up")
                .hasValue(5);
        assertThat(first).as("after each was run on its own").isGreaterThanOrEqualTo(5 + 2);
        checkValues(2);
    }

    @Test
    void off_noFormIsUsed() {
        System.setProperty(VectorLoops.PROPERTY, "off");
        assertThat(callsOfAStep(new Forbidden(parameters), ForbiddenVectors.CALLS))
                .isZero();
        assertThat(ForbiddenVectors.CALLS).hasValue(0);
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void wait_fasterForms_areUsed() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(callsOfAStep(new Slow(parameters), SlowVectors.CALLS)).isEqualTo(5);
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void wait_slowerForms_areNotUsed() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(callsOfAStep(new Fast(parameters), FastVectors.CALLS)).isZero();
        assertThat(FastVectors.CALLS.get()).as("in the trial").isPositive();
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void wait_fasterForms_areUsedWhereTheClassWouldWorkOnCopies() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        int length = Alongside.REACH + 2 * ReductionTree.BLOCK;
        Parameters large = Parameters.builder()
                .tensor("w", Numbers.floats(1, length), Numbers.floats(2, length), length)
                .build();
        assertThat(callsOfAStep(new Slow(large), SlowVectors.CALLS)).isEqualTo(2 * length / ReductionTree.BLOCK);
    }

    @Test
    void wait_formsWithOtherBits_areNotUsed() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(callsOfAStep(new Wronged(parameters), WrongedVectors.CALLS)).isZero();
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void on_formsWithOtherBits_areNotUsed_andToldOf() {
        System.setProperty(VectorLoops.PROPERTY, "on");
        Logger logger = Logger.getLogger("org.descant.runtime.vectors");
        List<String> messages = new ArrayList<>();
        Filter before = logger.getFilter();
        logger.setFilter(record -> messages.add(record.getMessage()));
        try {
            assertThat(callsOfAStep(new Misled(parameters), MisledVectors.CALLS))
                    .isZero();
        } finally {
            logger.setFilter(before);
        }
        checkValues(Vectors.LAST_ASKED + 2);
        assertThat(messages)
                .contains(
                        "Misled: the vector form of loop 0 of sweep 1 has other bits than the class, and is not used; please report it",
                        "Misled: the vector form of the sums of loop 0 of sweep 0 has other bits than the class, and is not used; please report it");
    }

    @Test
    void wait_formThatCannotBeMade_isNotUsed() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        Broken optimizer = new Broken(parameters);
        for (int i = 0; i < Vectors.LAST_ASKED + 2; i++) {
            optimizer.step();
        }
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void wait_formThatCannotBeRun_isNotUsed() {
        System.setProperty(VectorLoops.PROPERTY, "wait");
        assertThat(callsOfAStep(new Outdated(parameters), OutdatedVectors.CALLS))
                .isZero();
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void on_formThatCannotBeRun_isNotUsed() {
        System.setProperty(VectorLoops.PROPERTY, "on");
        assertThat(callsOfAStep(new Unlinked(parameters), UnlinkedVectors.CALLS))
                .isZero();
        checkValues(Vectors.LAST_ASKED + 2);
    }

    @Test
    void property_thatMeansNothing_isRefused() {
        System.setProperty(VectorLoops.PROPERTY, "yes");
        Plain optimizer = new Plain(parameters);
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the property descant.vectors is 'yes': set it to auto, wait, on or off");
        assertThat(optimizer.t()).isZero();
    }
}

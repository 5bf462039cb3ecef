package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A rule that reduces: what is of the model, what is of each tensor, and what the two groups have of their own. */
class ReductionDriveTest {
    private final float[] arena = {2, 1, 4};
    private final float[] gradient = {3, 0, 0, 4};
    private final Trusted trusted = new Trusted(Parameters.builder()
            .tensor("a", arena, 0, gradient, 0, 2)
            .group("slow")
            .tensor("b", arena, 2, gradient, 3, 1)
            .tensor("empty", new float[0], new float[0], 0)
            .build());

    @Test
    void step_reducesOverTheModelAndOverEachTensor() {
        trusted.group("slow").set("lr", 0.5);
        trusted.step();
        // The norm of the model is 5, so that gradients count a fifth; then comes the largest value of each tensor.
        assertThat(arena).containsExactly(2 - 2 * 0.2f * 3, 1, 4 - 0.5f * 4 * 0.2f * 4);
        assertThat(trusted.state("norms")).isEqualTo(5);
        assertThat(trusted.state("b", "steps")).containsExactly(1);
        assertThat(trusted.state("empty", "steps")).containsExactly(1);
    }

    @Test
    void snapshot_holdsStatesOfTensorsAndOfTheModel() {
        trusted.step();
        trusted.step();
        Snapshot snapshot = trusted.snapshot();
        assertThat(snapshot.modelSlots()).containsExactly("norms");
        assertThat(snapshot.number("a", "steps")).isEqualTo(2);
        assertThat(snapshot.number("norms")).isEqualTo(10);
        Trusted other = new Trusted(trusted.parameters());
        other.restore(snapshot);
        other.step();
        assertThat(other.state("a", "steps")).containsExactly(3);
        assertThat(other.state("norms")).isEqualTo(15);
    }

    @Test
    void step_ofTensorsFarOutInAnArray_hasTheSameBits() {
        int far = Alongside.REACH - 10_000;
        float[] values = new float[far + 20_000];
        float[] gradients = new float[values.length];
        System.arraycopy(Numbers.floats(5, 20_000), 0, values, far, 20_000);
        System.arraycopy(Numbers.floats(6, 20_000), 0, gradients, far, 20_000);
        float[] near = Numbers.floats(5, 20_000);
        new Trusted(Parameters.builder()
                        .tensor("w", values, far, gradients, far, 20_000)
                        .build())
                .step();
        new Trusted(Parameters.builder()
                        .tensor("w", near, Numbers.floats(6, 20_000), 20_000)
                        .build())
                .step();
        assertThat(Arrays.copyOfRange(values, far, values.length)).containsExactly(near);
    }

    /** A rule whose class adds up whole blocks of terms, which reads them where they are, in copies and through the gradient's own offset. */
    @Test
    void step_ofWholeBlocks_hasTheBitsOfTerms() {
        int far = Alongside.REACH - 5_000;
        for (int offset : new int[] {0, 3, far}) {
            for (int gap : new int[] {0, 1}) {
                Summed terms = summed(offset, gap, false);
                Summed blocks = summed(offset, gap, true);
                assertThat(blocks.state("w", "sum"))
                        .as("from %d on, %d apart", offset, gap)
                        .containsExactly(terms.state("w", "sum"));
                assertThat(blocks.blocks()).isEqualTo(20_000 / ReductionTree.BLOCK);
                assertThat(terms.blocks()).isZero();
            }
        }
    }

    private static Summed summed(int offset, int gap, boolean hasBlocks) {
        float[] values = new float[offset + 20_000];
        float[] gradients = new float[values.length + gap];
        System.arraycopy(Numbers.floats(6, 20_000), 0, gradients, offset + gap, 20_000);
        Parameters parameters = Parameters.builder()
                .tensor("w", values, offset, gradients, offset + gap, 20_000)
                .build();
        Summed summed = new Summed(parameters, hasBlocks);
        summed.step();
        return summed;
    }

    @Test
    void step_afterWarmUp_allocatesNothing() {
        float[] values = Numbers.floats(5, 20_000);
        Trusted large = new Trusted(Parameters.builder()
                .tensor("large", values, 0, Numbers.floats(6, 20_000), 0, 20_000)
                .tensor("small", new float[7], new float[7], 7)
                .build());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < 200; i++) {
                large.step();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        assertThat(least).isZero();
    }
}

package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.descant.compiler.Descant;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Snapshot;
import org.descant.runtime.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** States per row, column and matrix by their names: read, copied out in mid-course, and taken in again. */
class CellStatesTest {
    private static final String RULE = """
            optimizer Kept(w, g) {
              matrix last
              state r as bf16 = amax(abs(w[0]) per row)
              state c = 0
              state p = 1
              r[t] = 0.9 * r[t-1] + norm1(g per row)
              c[t] = c[t-1] + sum(g per col)
              p[t] = 0.5 * p[t-1] + mean(g per matrix)
              q    = ema(g^2, 0.5)
              s    = ema(sum(g per row), 0.5) when mod(t, 2) == 0
              x    = if rank >= 2 then r[t] * c[t] + p[t] + s else q
              w[t] = w[t-1] - 0.01 * g * x
            }
            """;

    private static final class Model {
        private final Random random;
        private final float[] stack = new float[2 * 3 * 4];
        private final float[] stackGradient = new float[stack.length];
        private final float[] vector = new float[5];
        private final float[] vectorGradient = new float[vector.length];
        private final Optimizer optimizer;

        Model(long seed) {
            random = new Random(seed);
            fill(stack);
            fill(vector);
            optimizer = Descant.compile(RULE)
                    .create(Parameters.builder()
                            .tensor("stack", stack, stackGradient, 2, 3, 4)
                            .tensor("vector", vector, vectorGradient, 5)
                            .build());
        }

        private void fill(float[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
            }
        }

        void steps(int count) {
            for (int step = 0; step < count; step++) {
                fill(stackGradient);
                fill(vectorGradient);
                optimizer.step();
            }
        }
    }

    @Test
    void states_haveAValueForEachRowColumnAndMatrix() {
        Model model = new Model(1);
        assertThat(model.optimizer.state("stack", "p")).containsExactly(1, 1);
        model.steps(2);
        assertThat(model.optimizer.state("stack", "r")).hasSize(6);
        assertThat(model.optimizer.state("stack", "c")).hasSize(8);
        assertThat(model.optimizer.state("stack", "p")).hasSize(2);
    }

    @Test
    void tensor_keepsWhatItsDimensionsLeaveOfARule() {
        Model model = new Model(2);
        model.steps(1);
        List<String> kept = new ArrayList<>();
        model.optimizer.description().states().forEach(state -> {
            for (String tensor : List.of("stack", "vector")) {
                if (model.optimizer.keeps(tensor, state.name())) {
                    kept.add(tensor + "." + state.name());
                }
            }
        });
        assertThat(kept).contains("stack.r", "stack.c", "stack.p", "vector.q");
        assertThat(kept).doesNotContain("stack.q", "vector.r", "vector.c", "vector.p");
        assertThat(model.optimizer.state("stack", "q")).isEmpty();
        assertThat(model.optimizer.snapshot().elementSlots("vector")).containsExactly("q");
    }

    @Test
    void snapshot_inMidCourse_goesOnBitForBit() {
        Model model = new Model(3);
        model.steps(3);
        Snapshot snapshot = model.optimizer.snapshot();
        Model other = new Model(4);
        other.steps(1);
        System.arraycopy(model.stack, 0, other.stack, 0, model.stack.length);
        System.arraycopy(model.vector, 0, other.vector, 0, model.vector.length);
        other.optimizer.restore(snapshot);
        model.random.setSeed(5);
        other.random.setSeed(5);
        model.steps(3);
        other.steps(3);
        assertThat(other.stack).containsExactly(model.stack);
        assertThat(other.vector).containsExactly(model.vector);
        for (String state : List.of("r", "c", "p")) {
            assertThat(other.optimizer.state("stack", state)).containsExactly(model.optimizer.state("stack", state));
        }
    }

    @Test
    void snapshotOfAReader_isTaken_numbersOfMatricesAsDoubles() {
        Model model = new Model(6);
        model.steps(2);
        Snapshot snapshot = model.optimizer.snapshot();
        model.optimizer.restore(copy(snapshot, 2).build());
        assertThat(model.optimizer.state("stack", "p")).containsExactly(snapshot.elements("stack", "p"));
        Snapshot wrong = copy(snapshot, 3).build();
        assertThatThrownBy(() -> model.optimizer.restore(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kept cannot take the snapshot: the state 'p' of the tensor 'stack' has 3 values in it, and"
                        + " the tensor has 2, per matrix of the last axes");
        Snapshot wide = copy(snapshot, 2).numbers("stack", "r", new double[6]).build();
        assertThatThrownBy(() -> model.optimizer.restore(wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Kept cannot take the snapshot: the state 'r' of the tensor 'stack' is given in doubles, and"
                                + " only those per matrix are");
    }

    /** As a reader of files would make it, with so many values of p. */
    private static SnapshotBuilder copy(Snapshot snapshot, int matrices) {
        SnapshotBuilder copy = Snapshot.builder("Kept", ElementType.FLOAT, snapshot.t());
        for (String tensor : snapshot.tensors()) {
            for (String slot : snapshot.numberSlots(tensor)) {
                copy.number(tensor, slot, snapshot.number(tensor, slot));
            }
            for (String slot : snapshot.elementSlots(tensor)) {
                double[] values = snapshot.elements(tensor, slot);
                if (slot.equals("p")) {
                    copy.numbers(tensor, slot, Arrays.copyOf(values, matrices));
                } else {
                    copy.elements(tensor, slot, values);
                }
            }
        }
        for (String slot : snapshot.modelSlots()) {
            copy.number(slot, snapshot.number(slot));
        }
        return copy;
    }
}

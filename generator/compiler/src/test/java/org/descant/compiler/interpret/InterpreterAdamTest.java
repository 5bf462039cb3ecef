package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.shape.InferShapes;
import org.descant.compiler.shape.ModelBuilder;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class InterpreterAdamTest {
    private static final int SIZE = 257;

    private final EquationSystem adam =
            InferShapes.infer(ModelBuilder.adam(), new Diagnostics()).orElseThrow();

    @Test
    void step_ofFloats_hasTheBitsOfHandWrittenFloatArithmetic() {
        Interpreter interpreter = new Interpreter(adam, ElementType.FLOAT, List.of(new TensorSpec("w", SIZE)));
        float[] w = new float[SIZE];
        float[] m = new float[SIZE];
        float[] v = new float[SIZE];
        Random random = new Random(1);
        for (int t = 1; t <= 50; t++) {
            double[] gradient = new double[SIZE];
            double bias1 = 1 - StrictMath.pow(0.9, t);
            double bias2 = 1 - StrictMath.pow(0.999, t);
            for (int i = 0; i < SIZE; i++) {
                float g = (float) random.nextGaussian();
                gradient[i] = g;
                m[i] = 0.9f * m[i] + (float) (1 - 0.9) * g;
                v[i] = 0.999f * v[i] + (float) (1 - 0.999) * (g * g);
                float mhat = m[i] / (float) bias1;
                float vhat = v[i] / (float) bias2;
                w[i] = w[i] - 1e-3f * mhat / ((float) Math.sqrt(vhat) + 1e-8f);
            }
            interpreter.step(StepSource.of(gradient));
        }
        assertThat(interpreter.weight("w")).containsExactly(widened(w));
        assertThat(interpreter.state("m")).containsExactly(widened(m));
        assertThat(interpreter.state("v")).containsExactly(widened(v));
    }

    @Test
    void firstStep_ofDoubles_movesByTheLearningRate() {
        Interpreter interpreter = new Interpreter(adam, ElementType.DOUBLE, List.of(new TensorSpec("w", 2)));
        interpreter.setWeight("w", 1, -1);
        interpreter.step(StepSource.of(new double[] {0.5, -3}));
        assertThat(interpreter.weight("w")[0]).isCloseTo(1 - 1e-3, within(1e-10));
        assertThat(interpreter.value("mhat")[0]).isCloseTo(0.5, within(1e-15));
        assertThat(interpreter.state("m", "w")).hasSize(2);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}

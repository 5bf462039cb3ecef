package org.descant.compiler.interpret;

import java.util.List;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;

/** A rule on a model of one element, for tests of what happens over time. */
final class Scalar {
    private final Interpreter interpreter;

    private Scalar(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A rule whose body this is, on one double that starts at a value. */
    static Scalar doubles(double start, String... body) {
        return of(ElementType.DOUBLE, start, body);
    }

    static Scalar floats(double start, String... body) {
        return of(ElementType.FLOAT, start, body);
    }

    private static Scalar of(ElementType type, double start, String... body) {
        String text = "optimizer Rule(w, g) {\n" + String.join("\n", body) + "\n}";
        Interpreter interpreter = new Interpreter(Systems.of(text), type, List.of(new TensorSpec("w", 1)));
        interpreter.setWeight("w", start);
        return new Scalar(interpreter);
    }

    Interpreter interpreter() {
        return interpreter;
    }

    /** Makes a step for every gradient; the parameter after the last. */
    double steps(double... gradients) {
        for (double gradient : gradients) {
            interpreter.step(StepSource.of(new double[] {gradient}));
        }
        return interpreter.weight("w")[0];
    }

    double value(String variable) {
        return interpreter.value(variable)[0];
    }

    double state(String name) {
        return interpreter.state(name)[0];
    }
}

package org.descant.rules;

import java.util.List;
import java.util.Map;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.runtime.ElementType;

/** The interpreter at work. */
final class InterpretedReplay implements Replay {
    private final Interpreter interpreter;

    InterpretedReplay(EquationSystem system, List<OracleCase.Start> tensors, ElementType type) {
        List<TensorSpec> specs = tensors.stream()
                .map(tensor -> new TensorSpec(tensor.name(), tensor.shape(), 0))
                .toList();
        interpreter = new Interpreter(system, type, specs);
        tensors.forEach(tensor -> interpreter.setWeight(tensor.name(), tensor.values()));
    }

    @Override
    public void set(String hyper, double value) {
        interpreter.set(hyper, value);
    }

    @Override
    public void step(Map<String, double[]> gradients) {
        double[][] inOrder = interpreter.tensors().stream()
                .map(tensor -> gradients.get(tensor.name()))
                .toArray(double[][]::new);
        interpreter.step(StepSource.of(inOrder));
    }

    @Override
    public double[] values(String tensor) {
        return interpreter.weight(tensor);
    }

    @Override
    public double[] state(String tensor, String slot) {
        return interpreter.state(slot, tensor);
    }
}

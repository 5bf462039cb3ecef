package org.descant.proof.subject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.Product;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.Axis;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.runtime.ElementType;

/** The interpreter at work. */
final class InterpretedSession implements Session {
    private final EquationSystem system;
    private final Interpreter interpreter;
    /** Whether it is an optimizer without a gradient. */
    private final boolean withoutGradient;

    InterpretedSession(Product product, EquationSystem system, List<ModelTensor> tensors, ElementType type) {
        this.system = system;
        withoutGradient = product == Product.OPTIMIZER && system.evaluations().isEmpty();
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
    public void step(Feedback feedback) {
        if (withoutGradient) {
            // A generated class asks once even then.
            feedback.evaluate();
        }
        interpreter.step(new Source(feedback));
    }

    @Override
    public double[] values(String tensor) {
        return interpreter.weight(tensor);
    }

    @Override
    public Optional<double[]> state(String tensor, String slot) {
        boolean known = system.states().stream().map(State::name).anyMatch(slot::equals);
        return known ? Optional.of(interpreter.state(slot, tensor)) : Optional.empty();
    }

    @Override
    public Map<String, double[]> quantities(String tensor) {
        Map<String, double[]> quantities = new LinkedHashMap<>();
        for (Variable variable : interpreter.variables()) {
            quantities.put(variable.name(), interpreter.value(variable.name(), tensor));
        }
        // Of a state that is stored in fewer bits than it is computed in, what is stored.
        for (State state : system.states()) {
            quantities.put(state.name(), interpreter.state(state.name(), tensor));
        }
        return quantities;
    }

    @Override
    public Map<String, Double> hypers(String tensor) {
        Map<String, Double> hypers = new LinkedHashMap<>();
        for (Hyper hyper : system.hypers()) {
            hypers.put(hyper.name(), interpreter.hyper(hyper.name(), 0));
        }
        return hypers;
    }

    /** What the caller gives to a step, in the order of the model. */
    private final class Source implements StepSource {
        private final Feedback feedback;

        Source(Feedback feedback) {
            this.feedback = feedback;
        }

        @Override
        public double evaluate(int evaluation, double[][] point, double[][] gradients) {
            org.descant.harness.Evaluation given =
                    isAtParameters(evaluation) ? feedback.evaluate() : feedback.evaluate(named(point));
            for (int i = 0; i < gradients.length; i++) {
                String tensor = interpreter.tensors().get(i).name();
                double[] gradient = given.gradients().get(tensor);
                if (gradient == null) {
                    throw new IllegalArgumentException("there is no gradient for tensor '" + tensor + "'");
                }
                gradients[i] = gradient;
            }
            return given.loss();
        }

        @Override
        public double[][] input(String name) {
            if (isPerModel(name)) {
                return new double[][] {
                    feedback.input(name, interpreter.tensors().get(0).name())
                };
            }
            return interpreter.tensors().stream()
                    .map(tensor -> feedback.input(name, tensor.name()))
                    .toArray(double[][]::new);
        }

        private boolean isAtParameters(int evaluation) {
            return system.evaluations().stream()
                    .filter(declared -> declared.index() == evaluation)
                    .map(Evaluation::point)
                    .allMatch(Weight.class::isInstance);
        }

        private boolean isPerModel(String input) {
            return system.inputs().stream()
                    .filter(declared -> declared.name().equals(input))
                    .map(Input::shape)
                    .anyMatch(shape -> !shape.axes().contains(Axis.TENSOR));
        }

        private Map<String, double[]> named(double[][] point) {
            Map<String, double[]> named = new LinkedHashMap<>();
            for (int i = 0; i < point.length; i++) {
                named.put(interpreter.tensors().get(i).name(), point[i].clone());
            }
            return named;
        }
    }
}

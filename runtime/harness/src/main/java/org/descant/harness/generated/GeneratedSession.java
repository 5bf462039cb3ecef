package org.descant.harness.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.Session;
import org.descant.runtime.HyperDescription;
import org.descant.runtime.Optimizer;
import org.descant.runtime.StateDescription;
import org.descant.runtime.StateShape;

/** A generated class at work. */
final class GeneratedSession implements Session {
    private final Optimizer optimizer;
    private final Model model;

    GeneratedSession(Optimizer optimizer, Model model) {
        this.optimizer = optimizer;
        this.model = model;
    }

    @Override
    public void set(String hyper, double value) {
        optimizer.set(hyper, value);
    }

    @Override
    public void step(Feedback feedback) {
        optimizer.inputs(input -> give(input, feedback));
        optimizer.step(number -> evaluate(number, feedback));
    }

    private double evaluate(int number, Feedback feedback) {
        boolean isChosen = optimizer.description().evaluations().get(number).moves();
        Evaluation given = isChosen ? feedback.evaluate(model.values()) : feedback.evaluate();
        model.setGradients(given.gradients());
        return given.loss();
    }

    private void give(String input, Feedback feedback) {
        List<String> tensors = model.parameters().names();
        switch (optimizer.description().input(input).shape()) {
            case PER_STEP, PER_MODEL -> optimizer.input(input, feedback.input(input, tensors.get(0))[0]);
            case PER_TENSOR ->
                tensors.forEach(tensor -> optimizer.input(input, tensor, feedback.input(input, tensor)[0]));
            case PER_MATRIX, PER_LAST_MATRIX ->
                tensors.forEach(tensor -> optimizer.input(input, tensor, feedback.input(input, tensor), 0));
            case PER_ROW, PER_COL, PER_LAST_ROW, PER_LAST_COL, PER_ELEMENT ->
                tensors.forEach(tensor -> model.give(optimizer, input, tensor, feedback.input(input, tensor)));
        }
    }

    @Override
    public double[] values(String tensor) {
        return model.values(tensor);
    }

    @Override
    public Optional<double[]> state(String tensor, String slot) {
        return optimizer.description().states().stream()
                .filter(state -> state.name().equals(slot))
                .findFirst()
                .map(state -> read(tensor, state));
    }

    @Override
    public Map<String, double[]> quantities(String tensor) {
        Map<String, double[]> states = new LinkedHashMap<>();
        for (StateDescription state : optimizer.description().states()) {
            states.put(state.name(), read(tensor, state));
        }
        states.put("w", values(tensor));
        return states;
    }

    @Override
    public Map<String, Double> hypers(String tensor) {
        Map<String, Double> hypers = new LinkedHashMap<>();
        for (HyperDescription hyper : optimizer.description().hypers()) {
            hypers.put(hyper.name(), optimizer.get(hyper.name()));
        }
        return hypers;
    }

    private double[] read(String tensor, StateDescription state) {
        return state.shape() == StateShape.PER_MODEL
                ? new double[] {optimizer.state(state.name())}
                : optimizer.state(tensor, state.name());
    }
}

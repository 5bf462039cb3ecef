package org.descant.harness.equations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;

/** Equations at work on a model, all tensors line by line. */
final class EquationSession implements Session {
    private final List<Equation> lines;
    private final Map<String, Double> constants;
    private final Scopes scopes;
    private double t;

    EquationSession(List<Equation> lines, Map<String, Double> constants, List<ModelTensor> tensors) {
        this.lines = lines;
        this.constants = new HashMap<>(constants);
        this.scopes = new Scopes(tensors);
    }

    @Override
    public void set(String hyper, double value) {
        constants.put(hyper, value);
    }

    @Override
    public void step(Feedback feedback) {
        t++;
        constants.forEach(scopes::setNumber);
        scopes.setNumber("t", t);
        if (t == 1) {
            run(true, feedback);
        }
        if (lines.stream()
                .noneMatch(line ->
                        line.value() instanceof Node.Gradient && line.name().equals("g"))) {
            Evaluation given = feedback.evaluate();
            scopes.setNumber("loss", given.loss());
            scopes.setElements("g", given.gradients());
        }
        run(false, feedback);
    }

    private void run(boolean start, Feedback feedback) {
        for (Equation line : lines) {
            if (line.start() == start) {
                scopes.assign(line, feedback);
            }
        }
    }

    @Override
    public double[] values(String tensor) {
        return scopes.elements("w", tensor);
    }

    @Override
    public Optional<double[]> state(String tensor, String slot) {
        return scopes.find(slot, tensor).map(cells -> cells.values().clone());
    }

    @Override
    public Map<String, Double> hypers(String tensor) {
        return new LinkedHashMap<>(constants);
    }
}

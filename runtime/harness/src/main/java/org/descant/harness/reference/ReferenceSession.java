package org.descant.harness.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.runtime.ElementType;

/** A reference at work: element by element, all numbers kept as doubles, which hold floats exactly. */
final class ReferenceSession implements Session {
    private final ElementRule rule;
    private final Settings settings;
    private final ElementType type;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    /** For each tensor, each element's states. */
    private final Map<String, double[][]> states = new LinkedHashMap<>();

    private long completed;

    ReferenceSession(ElementRule rule, Settings settings, ElementType type, List<ModelTensor> tensors) {
        this.rule = rule;
        this.settings = settings;
        this.type = type;
        for (ModelTensor tensor : tensors) {
            double[] start = tensor.values();
            for (int i = 0; i < start.length; i++) {
                start[i] = rounded(start[i]);
            }
            values.put(tensor.name(), start);
            states.put(tensor.name(), new double[start.length][]);
        }
    }

    @Override
    public void set(String hyper, double value) {
        settings.set(hyper, value);
    }

    @Override
    public void step(Feedback feedback) {
        Map<String, double[]> gradients = feedback.evaluate().gradients();
        values.forEach((tensor, w) -> check(tensor, w.length, gradients));
        if (completed == 0) {
            states.values().forEach(this::start);
        }
        double t = ++completed;
        rule.begin(settings, t);
        values.forEach((tensor, w) -> {
            double[] g = known(gradients, tensor);
            double[][] s = known(states, tensor);
            for (int i = 0; i < w.length; i++) {
                w[i] = updated(t, w[i], g[i], s[i]);
            }
        });
    }

    private static void check(String tensor, int length, Map<String, double[]> gradients) {
        double[] gradient = gradients.get(tensor);
        if (gradient == null || gradient.length != length) {
            throw new IllegalArgumentException("tensor '" + tensor + "' needs a gradient of " + length + " elements");
        }
    }

    private void start(double[][] elements) {
        for (int i = 0; i < elements.length; i++) {
            double[] starts = rule.signature().starts(settings);
            for (int k = 0; k < starts.length; k++) {
                starts[k] = rounded(starts[k]);
            }
            elements[i] = starts;
        }
    }

    private double updated(double t, double w, double g, double[] s) {
        if (type == ElementType.DOUBLE) {
            return rule.update(settings, t, w, g, s);
        }
        float[] narrow = new float[s.length];
        for (int k = 0; k < s.length; k++) {
            narrow[k] = (float) s[k];
        }
        float result = rule.update(settings, t, (float) w, (float) g, narrow);
        for (int k = 0; k < s.length; k++) {
            s[k] = narrow[k];
        }
        return result;
    }

    private double rounded(double number) {
        return type == ElementType.FLOAT ? (float) number : number;
    }

    @Override
    public double[] values(String tensor) {
        return known(values, tensor).clone();
    }

    @Override
    public Optional<double[]> state(String tensor, String slot) {
        double[][] elements = known(states, tensor);
        OptionalDouble number = rule.number(slot);
        if (number.isPresent()) {
            return Optional.of(new double[] {number.getAsDouble()});
        }
        int k = rule.signature().states().indexOf(slot);
        if (k < 0) {
            return Optional.empty();
        }
        if (completed == 0) {
            start(elements);
        }
        double[] state = new double[elements.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = elements[i][k];
        }
        return Optional.of(state);
    }

    @Override
    public Map<String, Double> hypers(String tensor) {
        return settings.hypers();
    }

    private static <T> T known(Map<String, T> byTensor, String tensor) {
        T value = byTensor.get(tensor);
        if (value == null) {
            throw new IllegalArgumentException("the model has no tensor '" + tensor + "'");
        }
        return value;
    }
}

package org.descant.harness.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/**
 * Gradient descent with momentum, in double, right or with one mistake: v = momentum v + g, w = w − lr v.
 *
 * @param mistake none, {@code "sign"}, {@code "decay"} (0.01 lr w is taken away too), {@code "damped"} (g is 0.5 g) or {@code "hidden"} (v
 *     is not shown)
 */
public record Descent(String mistake) implements Subject {
    @Override
    public String name() {
        return "descent";
    }

    @Override
    public ElementType elementType() {
        return ElementType.DOUBLE;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        Map<String, double[]> w = new LinkedHashMap<>();
        Map<String, double[]> v = new LinkedHashMap<>();
        tensors.forEach(tensor -> {
            w.put(tensor.name(), tensor.values());
            v.put(tensor.name(), new double[tensor.start().size()]);
        });
        return new Running(w, v, new LinkedHashMap<>(Map.of("lr", 0.1, "momentum", 0.5)));
    }

    private final class Running implements Session {
        private final Map<String, double[]> w;
        private final Map<String, double[]> v;
        private final Map<String, Double> hypers;

        Running(Map<String, double[]> w, Map<String, double[]> v, Map<String, Double> hypers) {
            this.w = w;
            this.v = v;
            this.hypers = hypers;
        }

        @Override
        public void set(String hyper, double value) {
            if (!hypers.containsKey(hyper)) {
                throw new IllegalArgumentException("descent has no " + hyper);
            }
            hypers.put(hyper, value);
        }

        @Override
        public void step(Feedback feedback) {
            double lr = hypers.getOrDefault("lr", 0.0);
            double momentum = hypers.getOrDefault("momentum", 0.0);
            Map<String, double[]> gradients = feedback.evaluate().gradients();
            w.forEach((tensor, values) -> {
                double[] velocity = v.getOrDefault(tensor, new double[0]);
                double[] g = gradients.getOrDefault(tensor, new double[0]);
                for (int i = 0; i < values.length; i++) {
                    velocity[i] = momentum * velocity[i] + (mistake.equals("damped") ? 0.5 : 1) * g[i];
                    double move = (mistake.equals("sign") ? -1 : 1) * lr * velocity[i];
                    values[i] -= move + (mistake.equals("decay") ? 0.01 * lr * values[i] : 0);
                }
            });
        }

        @Override
        public double[] values(String tensor) {
            return w.getOrDefault(tensor, new double[0]).clone();
        }

        @Override
        public Optional<double[]> state(String tensor, String slot) {
            return slot.equals("v") && !mistake.equals("hidden")
                    ? Optional.of(v.getOrDefault(tensor, new double[0]).clone())
                    : Optional.empty();
        }

        @Override
        public Map<String, double[]> quantities(String tensor) {
            Map<String, double[]> quantities = new LinkedHashMap<>();
            state(tensor, "v").ifPresent(velocity -> quantities.put("v", velocity));
            quantities.put("w", values(tensor));
            return quantities;
        }

        @Override
        public Map<String, Double> hypers(String tensor) {
            return hypers;
        }
    }
}

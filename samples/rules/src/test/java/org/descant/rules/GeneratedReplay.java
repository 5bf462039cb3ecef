package org.descant.rules;

import java.util.Map;
import org.descant.runtime.Optimizer;

/** A generated class at work. */
record GeneratedReplay(Optimizer optimizer, TestModel model) implements Replay {
    @Override
    public void set(String hyper, double value) {
        optimizer.set(hyper, value);
    }

    @Override
    public void step(Map<String, double[]> gradients) {
        gradients.forEach((tensor, gradient) -> model.tensor(tensor).setGradient(gradient));
        optimizer.step();
    }

    @Override
    public double[] values(String tensor) {
        return model.tensor(tensor).values();
    }

    @Override
    public double[] state(String tensor, String slot) {
        return optimizer.state(tensor, slot);
    }
}

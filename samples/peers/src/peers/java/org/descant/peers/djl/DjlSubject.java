package org.descant.peers.djl;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import java.util.function.Function;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/**
 * A DJL optimizer under test.
 *
 * @param optimizer builds it around a source of learning rates
 * @param rate the learning rate to begin with
 */
public record DjlSubject(String name, Function<Tracker, Optimizer> optimizer, float rate) implements Subject {
    @Override
    public ElementType elementType() {
        return ElementType.FLOAT;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new DjlSession(optimizer, rate, tensors);
    }
}

package org.descant.peers.nd4j;

import java.util.List;
import java.util.function.Supplier;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;
import org.nd4j.linalg.learning.config.IUpdater;

/** An ND4J updater under test. */
public record Nd4jSubject(String name, Supplier<IUpdater> updater) implements Subject {
    @Override
    public ElementType elementType() {
        return ElementType.DOUBLE;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new Nd4jSession(updater.get(), tensors);
    }
}

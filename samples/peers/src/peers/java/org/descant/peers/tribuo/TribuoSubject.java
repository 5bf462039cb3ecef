package org.descant.peers.tribuo;

import java.util.List;
import java.util.function.Supplier;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;
import org.tribuo.math.StochasticGradientOptimiser;

/** A Tribuo optimiser under test. */
public record TribuoSubject(String name, Supplier<StochasticGradientOptimiser> optimiser) implements Subject {
    @Override
    public ElementType elementType() {
        return ElementType.DOUBLE;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new TribuoSession(optimiser.get(), tensors);
    }
}

package org.descant.peers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/** An optimizer of a library that shows the hyperparameters which it is set up with, for reports to print. */
record SetUpPeer(Peer peer) implements Subject {
    @Override
    public String name() {
        return peer.subject().name();
    }

    @Override
    public ElementType elementType() {
        return peer.subject().elementType();
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new SetUpSession(peer.subject().begin(tensors), new TreeMap<>(peer.settings()));
    }

    private record SetUpSession(Session session, Map<String, Double> hypers) implements Session {
        @Override
        public void set(String hyper, double value) {
            session.set(hyper, value);
            hypers.put(hyper, value);
        }

        @Override
        public void step(Feedback feedback) {
            session.step(feedback);
        }

        @Override
        public double[] values(String tensor) {
            return session.values(tensor);
        }

        @Override
        public Optional<double[]> state(String tensor, String slot) {
            return session.state(tensor, slot);
        }

        @Override
        public Map<String, double[]> quantities(String tensor) {
            return session.quantities(tensor);
        }

        @Override
        public Map<String, Double> hypers(String tensor) {
            return new TreeMap<>(hypers);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}

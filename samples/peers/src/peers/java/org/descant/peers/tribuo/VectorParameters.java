package org.descant.peers.tribuo;

import org.tribuo.math.Parameters;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.protos.ParametersProto;

/** Vectors that are fitted together. */
final class VectorParameters implements Parameters {
    private static final long serialVersionUID = 1;

    private Tensor[] vectors;

    VectorParameters(Tensor[] vectors) {
        this.vectors = vectors.clone();
    }

    @Override
    public Tensor[] getEmptyCopy() {
        Tensor[] empty = new Tensor[vectors.length];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = new DenseVector(vectors[i].getShape()[0]);
        }
        return empty;
    }

    @Override
    public Tensor[] get() {
        return vectors.clone();
    }

    @Override
    public void set(Tensor[] values) {
        vectors = values.clone();
    }

    @Override
    public void update(Tensor[] steps) {
        for (int i = 0; i < steps.length; i++) {
            vectors[i].intersectAndAddInPlace(steps[i]);
        }
    }

    @Override
    public Tensor[] merge(Tensor[][] gradients, int size) {
        throw new UnsupportedOperationException("there is one gradient for each step");
    }

    @Override
    public ParametersProto serialize() {
        throw new UnsupportedOperationException("these parameters live as long as the run");
    }
}

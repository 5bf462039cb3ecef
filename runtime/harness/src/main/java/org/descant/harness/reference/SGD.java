package org.descant.harness.reference;

/**
 * Stochastic gradient descent with coupled (L2) weight decay.
 *
 * <p>Robbins &amp; Monro (1951), A Stochastic Approximation Method; decay in the gradient as in torch.optim.SGD.
 */
final class SGD implements ElementRule {

    @Override
    public Signature signature() {
        return new Signature().hyper("lr", 1e-3).hyper("weight_decay", 0).option("maximize");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        return w - h.get("lr") * d;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        return w - (float) h.get("lr") * d;
    }
}

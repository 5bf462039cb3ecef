package org.descant.peers.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdaBeliefUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaBelief;

/**
 * AdaBelief with its state as a row. ND4J's makes it a vector and then reads its second length, and so can never be put to work; this shows
 * what it would do.
 */
final class MendedAdaBelief extends AdaBelief {
    private static final long serialVersionUID = 1;
    private static final int STATES = 2;

    MendedAdaBelief(double rate, double beta1, double beta2, double eps) {
        super(rate, beta1, beta2, eps);
    }

    @Override
    public GradientUpdater<?> instantiate(INDArray states, boolean initialize) {
        AdaBeliefUpdater updater = new AdaBeliefUpdater(this);
        long[] gradient = {1, states.length() / STATES};
        updater.setStateViewArray(states, gradient, states.ordering(), initialize);
        return updater;
    }
}

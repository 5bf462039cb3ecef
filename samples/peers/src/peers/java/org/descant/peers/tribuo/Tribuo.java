package org.descant.peers.tribuo;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.descant.peers.Peer;
import org.descant.peers.PeerLibrary;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaDelta;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.RMSProp;
import org.tribuo.math.optimisers.SGD;

/** Tribuo's optimisers, which work in double; their learning rates are fixed. */
public final class Tribuo implements PeerLibrary {
    private static final double LR = 0.05;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPS = 1e-3;
    private static final double RHO = 0.9;
    private static final double MOMENTUM = 0.9;

    @Override
    public String name() {
        return "Tribuo 4.3.2";
    }

    @Override
    public List<Peer> peers() {
        Map<String, Double> momentum = Map.of("lr", LR, "momentum", MOMENTUM);
        return List.of(
                peer("SGD", "SGD", Map.of("lr", LR), () -> SGD.getSimpleSGD(LR)),
                peer("SGD, momentum STANDARD", "SGDMomentum", momentum, () -> momentum(SGD.Momentum.STANDARD)),
                peer("SGD, momentum NESTEROV", "SGDNesterov", momentum, () -> momentum(SGD.Momentum.NESTEROV)),
                peer("LinearDecaySGD", "SGDLinearDecay", Map.of("lr", LR), () -> SGD.getLinearDecaySGD(LR)),
                peer(
                        "LinearDecaySGD, momentum STANDARD",
                        "SGDMomentumLinearDecay",
                        momentum,
                        () -> SGD.getLinearDecaySGD(LR, MOMENTUM, SGD.Momentum.STANDARD)),
                peer("SqrtDecaySGD", "SGDSqrtDecay", Map.of("lr", LR), () -> SGD.getSqrtDecaySGD(LR)),
                peer(
                        "AdaGrad",
                        "Adagrad",
                        Map.of("lr", LR, "eps", EPS, "initial_accumulator", 0.1),
                        () -> new AdaGrad(LR, EPS, 0.1)),
                peer(
                        "RMSProp",
                        "RMSprop",
                        Map.of("lr", LR, "rho", RHO, "eps", EPS),
                        () -> new RMSProp(LR, RHO, EPS, 0)),
                peer("AdaDelta", "Adadelta", Map.of("lr", 1.0, "rho", RHO, "eps", EPS), () -> new AdaDelta(RHO, EPS)),
                peer(
                        "Adam",
                        "Adam",
                        Map.of("lr", LR, "beta1", BETA1, "beta2", BETA2, "eps", EPS),
                        () -> new Adam(LR, BETA1, BETA2, EPS)));
    }

    private static StochasticGradientOptimiser momentum(SGD.Momentum form) {
        return SGD.getSimpleSGD(LR, MOMENTUM, form);
    }

    private static Peer peer(
            String name, String rule, Map<String, Double> settings, Supplier<StochasticGradientOptimiser> optimiser) {
        return new Peer(name, rule, settings, new TribuoSubject("Tribuo " + name, optimiser), false);
    }
}

package org.descant.peers.nd4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.descant.peers.Peer;
import org.descant.peers.PeerLibrary;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** ND4J's updaters, in double. */
public final class Nd4jUpdaters implements PeerLibrary {
    private static final double LR = 0.05;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPS = 1e-3;
    private static final double RHO = 0.9;
    private static final double MOMENTUM = 0.9;

    @Override
    public String name() {
        return "ND4J 1.0.0-M2.1";
    }

    @Override
    public List<Peer> peers() {
        Map<String, Double> moments = Map.of("beta1", BETA1, "beta2", BETA2, "eps", EPS);
        Map<String, Double> belief = Map.of("beta1", BETA1, "beta2", BETA2, "eps", EPS, "eps_root", EPS);
        Map<String, Double> root = Map.of("rho", RHO, "eps", EPS);
        return List.of(
                peer("Sgd", "SGD", Map.of(), () -> new Sgd(LR)),
                peer("Nesterovs", "SGDNesterov", Map.of("momentum", MOMENTUM), () -> new Nesterovs(LR, MOMENTUM)),
                peer("AdaGrad", "Adagrad", Map.of("eps", EPS), () -> new AdaGrad(LR, EPS)),
                peer("RmsProp", "RMSprop", root, () -> new RmsProp(LR, RHO, EPS)),
                new Peer(
                        "AdaDelta",
                        "Adadelta",
                        withRate(root, 1),
                        new Nd4jSubject("ND4J AdaDelta", () -> new AdaDelta(RHO, EPS)),
                        false),
                peer("Adam", "Adam", moments, () -> new Adam(LR, BETA1, BETA2, EPS)),
                peer("AMSGrad", "AMSGrad", moments, () -> new AMSGrad(LR, BETA1, BETA2, EPS)),
                peer("AdaMax", "Adamax", moments, () -> new AdaMax(LR, BETA1, BETA2, EPS)),
                peer("Nadam", "NAdam", moments, () -> new Nadam(LR, BETA1, BETA2, EPS)),
                peer("AdaBelief", "AdaBelief", belief, () -> new AdaBelief(LR, BETA1, BETA2, EPS)),
                peer("AdaBelief, mended", "AdaBelief", belief, () -> new MendedAdaBelief(LR, BETA1, BETA2, EPS)));
    }

    private static Peer peer(String name, String rule, Map<String, Double> settings, Supplier<IUpdater> updater) {
        return new Peer(name, rule, withRate(settings, LR), new Nd4jSubject("ND4J " + name, updater), true);
    }

    private static Map<String, Double> withRate(Map<String, Double> settings, double rate) {
        Map<String, Double> all = new LinkedHashMap<>(settings);
        all.put("lr", rate);
        return all;
    }
}

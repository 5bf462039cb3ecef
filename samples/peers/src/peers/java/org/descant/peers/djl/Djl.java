package org.descant.peers.djl;

import ai.djl.engine.Engine;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.descant.peers.Peer;
import org.descant.peers.PeerLibrary;

/** DJL's optimizers. All their hyperparameters are floats; so are those that the rules are given. */
public final class Djl implements PeerLibrary {
    private static final float LR = 0.05f;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.99f;
    private static final float EPS = 1e-3f;
    private static final float RHO = 0.9f;
    private static final float DECAY = 0.02f;
    private static final float MOMENTUM = 0.9f;
    private static final float CLIP = 0.1f;

    @Override
    public String name() {
        Engine engine = Engine.getEngine("PyTorch");
        return "DJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion();
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                peer("Sgd", "SGD", Map.of(), rate -> Optimizer.sgd()
                        .setLearningRateTracker(rate)
                        .build()),
                peer("Sgd, weight decay", "SGD", Map.of("weight_decay", DECAY), rate -> Optimizer.sgd()
                        .setLearningRateTracker(rate)
                        .optWeightDecays(DECAY)
                        .build()),
                peer("Sgd, momentum", "SGDMomentum", Map.of("momentum", MOMENTUM), rate -> Optimizer.sgd()
                        .setLearningRateTracker(rate)
                        .optMomentum(MOMENTUM)
                        .build()),
                peer("Sgd, clipped", "ClipByValueSGD", Map.of("c", CLIP), rate -> Optimizer.sgd()
                        .setLearningRateTracker(rate)
                        .optClipGrad(CLIP)
                        .build()),
                peer("Nag", "SGDNesterov", Map.of("momentum", MOMENTUM), rate -> Optimizer.nag()
                        .setLearningRateTracker(rate)
                        .setMomentum(MOMENTUM)
                        .build()),
                peer("Adam", "Adam", adam(), rate -> Optimizer.adam()
                        .optLearningRateTracker(rate)
                        .optBeta1(BETA1)
                        .optBeta2(BETA2)
                        .optEpsilon(EPS)
                        .build()),
                peer("Adam, weight decay", "Adam", decayed(), rate -> Optimizer.adam()
                        .optLearningRateTracker(rate)
                        .optBeta1(BETA1)
                        .optBeta2(BETA2)
                        .optEpsilon(EPS)
                        .optWeightDecays(DECAY)
                        .build()),
                peer("AdamW", "AdamW", decayed(), rate -> Optimizer.adamW()
                        .optLearningRateTracker(rate)
                        .optBeta1(BETA1)
                        .optBeta2(BETA2)
                        .optEpsilon(EPS)
                        .optWeightDecays(DECAY)
                        .build()),
                peer("RmsProp", "RMSprop", rms(), rate -> Optimizer.rmsprop()
                        .optLearningRateTracker(rate)
                        .optRho(RHO)
                        .optEpsilon(EPS)
                        .optCentered(false)
                        .build()),
                peer("RmsProp, centered", "RMSpropCentered", rms(), rate -> Optimizer.rmsprop()
                        .optLearningRateTracker(rate)
                        .optRho(RHO)
                        .optEpsilon(EPS)
                        .optCentered(true)
                        .build()),
                peer("Adagrad", "Adagrad", Map.of("eps", EPS), rate -> Optimizer.adagrad()
                        .optLearningRateTracker(rate)
                        .optEpsilon(EPS)
                        .build()),
                peer("Adadelta", "Adadelta", rms(), rate -> Optimizer.adadelta()
                        .optRho(RHO)
                        .optEpsilon(EPS)
                        .build()));
    }

    private static Map<String, Float> adam() {
        return Map.of("beta1", BETA1, "beta2", BETA2, "eps", EPS, "weight_decay", 0f);
    }

    private static Map<String, Float> decayed() {
        return Map.of("beta1", BETA1, "beta2", BETA2, "eps", EPS, "weight_decay", DECAY);
    }

    private static Map<String, Float> rms() {
        return Map.of("rho", RHO, "eps", EPS);
    }

    private static Peer peer(
            String name, String rule, Map<String, Float> hypers, Function<Tracker, Optimizer> optimizer) {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("lr", (double) LR);
        hypers.forEach((hyper, value) -> settings.put(hyper, value.doubleValue()));
        return new Peer(name, rule, settings, new DjlSubject("DJL " + name, optimizer, LR), true);
    }
}

package org.descant.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.descant.harness.Subject;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.compare.RecordedAllowance;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.runtime.ElementType;

/**
 * Puts optimizers beside rules, on the same recorded gradients and with the same hyperparameters. Where the optimizer lets its learning
 * rate be set, it is halved in mid-course, which tells apart velocities that contain it from those that do not.
 */
final class Examination {
    private static final String RECORDING = "seed000-adam";

    /** What the roundings of 25 steps amount to, as a share of the largest parameter; a misplaced eps of 1e-3 is far beyond it. */
    private static final double FLOAT_TOLERANCE = 2e-5;

    private static final double DOUBLE_TOLERANCE = 1e-12;

    private final Trajectory recording = Recordings.trajectory(RECORDING);

    Finding examine(String library, Peer peer) {
        return new Finding(library, peer, identify(peer));
    }

    private Identity identify(Peer peer) {
        Subject rule = Candidate.named(peer.rule()).subject(peer.subject().elementType(), peer.settings());
        RunResult result;
        try {
            result = compare(rule, peer);
        } catch (RuntimeException | LinkageError thrown) {
            return new Identity.Throws(thrown);
        }
        if (result.parting().isEmpty()) {
            return new Identity.Same(result);
        }
        return new Identity.Differs(result, whatItIs(peer));
    }

    /** The names of the rules that it does not differ from. */
    private List<String> whatItIs(Peer peer) {
        ElementType type = peer.subject().elementType();
        return Candidate.all().stream()
                .filter(candidate -> compare(candidate.subject(type, peer.settings()), peer)
                        .parting()
                        .isEmpty())
                .map(Candidate::name)
                .toList();
    }

    private RunResult compare(Subject rule, Peer peer) {
        return Comparison.ofParameters(
                course(peer), rule, new SetUpPeer(peer), new RecordedAllowance(recording, tolerance(peer)));
    }

    /** How far parameters may be apart, as a share of the largest. */
    static double tolerance(Peer peer) {
        return switch (peer.subject().elementType()) {
            case FLOAT -> FLOAT_TOLERANCE;
            case DOUBLE -> DOUBLE_TOLERANCE;
        };
    }

    private Course course(Peer peer) {
        List<Course.Feed> feeds = new ArrayList<>();
        for (RecordedStep step : recording.steps()) {
            Map<String, Double> hypers =
                    peer.rateChanges() && feeds.size() == recording.steps().size() / 2
                            ? Map.of("lr", peer.settings().getOrDefault("lr", 1.0) / 2)
                            : Map.of();
            feeds.add(new Course.Feed(
                    hypers, Map.of(), List.of(step.evaluations().get(0).given())));
        }
        return new Course(recording.tensors(), Map.of(), feeds);
    }
}

package org.descant.peers;

import java.util.Map;
import org.descant.harness.Subject;

/**
 * An optimizer of a library, set up.
 *
 * @param name what the library calls it, with what sets this one apart, such as {@code "Sgd, momentum"}
 * @param rule the rule that it should be, by its name and documentation
 * @param settings hyperparameters as it is set up, under the names that the rules have for them
 * @param subject the optimizer, to be put to work
 * @param rateChanges whether its learning rate can be set between steps
 */
public record Peer(String name, String rule, Map<String, Double> settings, Subject subject, boolean rateChanges) {
    public Peer {
        settings = Map.copyOf(settings);
    }
}

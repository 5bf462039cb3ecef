package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs rules beside records. */
final class Replays {
    private Replays() {}

    /** Fails unless the replay, fed with the recorded gradients, gives the recorded parameters and states. */
    static void assertReproduces(OracleCase oracle, Replay replay) {
        Deviations deviations = new Deviations();
        oracle.hypers().forEach(replay::set);
        for (OracleCase.Update step : oracle.steps()) {
            step.hypers().forEach(replay::set);
            replay.step(step.gradients());
            step.values()
                    .forEach((tensor, values) -> deviations.compare("w of " + tensor, values, replay.values(tensor)));
            step.states()
                    .forEach((slot, byTensor) -> byTensor.forEach((tensor, values) ->
                            deviations.compare(slot + " of " + tensor, values, replay.state(tensor, slot))));
        }
        assertThat(deviations.beyond(oracle.tolerance()))
                .as("what differs from %s", oracle.source())
                .isEmpty();
    }
}

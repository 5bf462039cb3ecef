package org.descant.peers.speed;

/** One way to make a step. */
public interface Contender {
    /** What it is called in tables, such as {@code "DJL AdamW"}. */
    String name();

    /** Whether it computes what the workload says; only then is it looked at what it computes. */
    default boolean isRule() {
        return true;
    }

    /**
     * Puts it to work on a model.
     *
     * @throws Exception if it cannot do this, with the reason
     */
    Course start(Workload workload, Size size) throws Exception;
}

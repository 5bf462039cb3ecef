package org.descant.digits;

/**
 * What one pass over the training samples came to.
 *
 * @param number the pass, from 1
 * @param loss the mean of the batches' losses, each before its step, in nats
 * @param testAccuracy the share of the test samples that the network gets right afterwards, from 0 to 1
 * @param steps the updates made in this pass
 * @param stepNanos the time that they took, without the gradients, in nanoseconds
 */
public record Epoch(int number, double loss, double testAccuracy, int steps, long stepNanos) {
    /** The mean time of an update for each of so many parameters, in nanoseconds. */
    public double nanosPerParameter(int parameters) {
        return (double) stepNanos / steps / parameters;
    }
}

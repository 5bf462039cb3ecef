package org.descant.runtime;

/** A hyperparameter's value as a function of the number of updates already done. */
@FunctionalInterface
public interface Schedule {
    /**
     * The value for the next update; asked once for every step and group.
     *
     * @param completedUpdates updates done so far: 0 for the first update
     * @return a number within the hyperparameter's range; anything else fails the step before it has written anything
     */
    double value(long completedUpdates);
}

package org.descant.runtime;

/** How many values become one. */
public enum ReductionKind {
    /** Over no entries 0. */
    SUM,
    /** The sum divided by the number of entries; over none 0. */
    MEAN,
    /** Over no entries −∞. */
    AMAX,
    /** Over no entries ∞. */
    AMIN
}

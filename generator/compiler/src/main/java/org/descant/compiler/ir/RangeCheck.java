package org.descant.compiler.ir;

/**
 * A value, constant or per step, passed for a hyperparameter: it must be in range on every step of the clock, before anything is written.
 *
 * @param name unique, the path to the hyperparameter
 * @param description what messages call it: {@code 'lr' of the rule 'AdamW', applied in 'w',}
 */
public record RangeCheck(String name, String description, Expr value, Range range, Clock clock) {
    /** A check that messages speak of by its name. */
    public RangeCheck(String name, Expr value, Range range, Clock clock) {
        this(name, "'" + name + "'", value, range, clock);
    }

    /** The same check of another value. */
    public RangeCheck withValue(Expr other) {
        return new RangeCheck(name, description, other, range, clock);
    }

    /** The same check on another clock. */
    public RangeCheck withClock(Clock other) {
        return new RangeCheck(name, description, value, range, other);
    }
}

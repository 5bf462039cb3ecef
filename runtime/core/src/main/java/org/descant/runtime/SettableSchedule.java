package org.descant.runtime;

/** A schedule whose parameters can be set by the names that they have in its rule file. Generated classes implement it. */
public interface SettableSchedule extends Schedule {
    /** What the schedule is, without asking it for a value. */
    ScheduleDescription description();

    /**
     * Sets a parameter.
     *
     * @param parameter the name in the rule file: {@code lr_min}
     * @throws IllegalArgumentException if there is none of that name, or the value is NaN or out of its range
     */
    void set(String parameter, double value);
}

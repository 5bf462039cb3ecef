package org.descant.harness.recorded;

/** What another library did, as a file holds it: the run of an optimizer, or a schedule. */
public sealed interface Recording permits Trajectory, RecordedSchedule {
    /** The name of the file, without its ending. */
    String name();

    /** The number of the rule in a catalogue of update rules. */
    String catalogue();

    /** The package, its version and the call that was executed. */
    String source();

    /** What the package computes, one equation a line, for readers. */
    String equations();

    /** How far a replay in double may be off, relative to the largest recorded value of a quantity and tensor. */
    double tolerance();

    /** Tells the two kinds apart. */
    <R> R accept(Visitor<R> visitor);

    /** An answer for each kind. */
    interface Visitor<R> {
        R visitTrajectory(Trajectory trajectory);

        R visitSchedule(RecordedSchedule schedule);
    }
}

package org.descant.runtime;

/**
 * The way of the values to a point of the rule's choosing and back: what they were is kept block by block before a loop writes the
 * point, and put back if the step is given up.
 */
final class Excursion {
    private final RuleDescription rule;
    private final Group[] groups;
    private boolean away;
    private boolean leaving;

    Excursion(RuleDescription rule, Group[] groups) {
        this.rule = rule;
        this.groups = groups;
    }

    /** Whether the values hold a point, and what they were is kept beside them. */
    boolean isAway() {
        return away;
    }

    /** Before a sweep that writes a point: its blocks are to be kept unless they are already. */
    void beginLeaving() {
        leaving = !away;
    }

    /** Whether blocks have to be kept. */
    boolean isLeaving() {
        return leaving;
    }

    /** Keeps a block. */
    void keep(Run run, int from, int count) {
        copy(run, 0, rule.keptBuffer(), from, count);
    }

    /** After that sweep. */
    void endLeaving() {
        leaving = false;
        away = true;
    }

    /** The values are what the rule makes of them. */
    void arrive() {
        leaving = false;
        away = false;
    }

    /** Puts the values back to what they were. */
    void undo() {
        leaving = false;
        if (away) {
            for (Group group : groups) {
                for (Run run : group.runs(0)) {
                    copy(run, rule.keptBuffer(), 0, 0, run.length());
                }
            }
            away = false;
        }
    }

    private static void copy(Run run, int source, int target, int from, int count) {
        Buffers buffers = run.buffers(true);
        System.arraycopy(
                buffers.array(source),
                run.offsets()[source] + from,
                buffers.array(target),
                run.offsets()[target] + from,
                count);
    }
}

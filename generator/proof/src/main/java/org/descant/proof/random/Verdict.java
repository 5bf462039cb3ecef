package org.descant.proof.random;

import java.util.function.Supplier;

/**
 * What came of checking a rule.
 *
 * @param kind of what sort it is, the same for the same fault in a smaller rule: empty if nothing is wrong
 * @param text what is wrong, for people
 * @param java the generated class, where there is one
 */
public record Verdict(String kind, String text, String java) {
    private static final Verdict FINE = new Verdict("", "", "");

    public static Verdict fine() {
        return FINE;
    }

    /** Something is wrong. */
    public static Verdict wrong(String kind, String text, String java) {
        return new Verdict(kind, text, java);
    }

    public boolean isWrong() {
        return !kind.isEmpty();
    }

    /** What a check says, or that it threw. */
    static Verdict of(Supplier<Verdict> check) {
        try {
            return check.get();
        } catch (RuntimeException | StackOverflowError thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            String place = trace.length == 0 ? "" : " at " + trace[0];
            return wrong("throws " + thrown.getClass().getName() + place, thrown.toString(), "");
        }
    }
}

package org.descant.harness.report;

import java.util.Optional;
import org.descant.harness.compare.RunResult;

/**
 * One thing that was checked.
 *
 * @param name what was held against what: {@code double}, {@code float}, {@code janino, float}
 * @param result what came out of the comparison, where one was made
 * @param message why it failed or was skipped, or what may help where something differs; may be empty
 */
public record Check(String name, Verdict verdict, Optional<RunResult> result, String message) {
    /** A comparison that was made. */
    public static Check of(String name, RunResult result) {
        return new Check(name, result.passes() ? Verdict.GOOD : Verdict.DIFFERS, Optional.of(result), "");
    }

    /** A comparison that broke off. */
    public static Check failed(String name, String message) {
        return new Check(name, Verdict.FAILED, Optional.empty(), message);
    }

    /** A comparison that was not made. */
    public static Check skipped(String name, String reason) {
        return new Check(name, Verdict.SKIPPED, Optional.empty(), reason);
    }
}

package org.descant.proof.mutation;

import java.util.Map;
import java.util.function.Predicate;
import org.descant.harness.Subject;

/**
 * A test that a rule passes, and its mutants are to fail.
 *
 * @param name what reports call it: the name of a recorded run
 * @param options what is chosen for it, by the names of options
 * @param passes runs a subject; what throws has failed
 */
public record Trial(String name, Map<String, String> options, Predicate<Subject> passes) {
    public Trial {
        options = Map.copyOf(options);
    }

    boolean isPassedBy(Subject subject) {
        try {
            return passes.test(subject);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException failed) {
            return false;
        }
    }
}

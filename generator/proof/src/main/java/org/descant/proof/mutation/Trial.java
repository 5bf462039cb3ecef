package org.descant.proof.mutation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.descant.compiler.ir.OptionValue;
import org.descant.harness.Subject;
import org.descant.harness.compare.Comparison;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.subject.TestedRule;

/**
 * A test that a rule passes, and its mutants are to fail.
 *
 * @param name what reports call it: the name of a recorded run
 * @param rule with the options of the test
 * @param compared the states and outputs that it looks at, beside the parameters
 * @param passes runs a subject; what throws has failed
 */
public record Trial(String name, TestedRule rule, Set<String> compared, Predicate<Subject> passes) {
    public Trial {
        compared = Set.copyOf(compared);
    }

    /** The test whether a rule reproduces a recorded run. */
    public static Trial of(RecordedRun run) {
        Set<String> compared = new TreeSet<>();
        run.trajectory().steps().forEach(step -> compared.addAll(step.states().keySet()));
        return new Trial(
                run.trajectory().name(),
                run.rule(),
                compared,
                subject -> Comparison.reproduces(run.trajectory(), subject));
    }

    /** What is chosen for it, by the names of options. */
    Map<String, String> options() {
        return rule.system().options().stream().collect(Collectors.toMap(OptionValue::name, OptionValue::value));
    }

    boolean isPassedBy(Subject subject) {
        try {
            return passes.test(subject);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException failed) {
            return false;
        }
    }
}

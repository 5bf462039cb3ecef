package org.descant.proof.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.harness.Subject;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.compare.Courses;
import org.descant.harness.report.Check;
import org.descant.harness.report.ReportRow;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/**
 * The claim that two rules move the parameters alike, whatever they remember: on random courses, with the hyperparameters that
 * both have at the rule's defaults and, again, all different from each other and from 0.
 */
record Sameness(String name, TestedRule rule, TestedRule other) {
    private static final int STEPS = 25;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    /** Both run in double; what is the same but for rounding is the same. */
    private static final double TOLERANCE = 1e-9;

    void check() {
        EquationSystem mine = rule.system();
        List<Hyper> common = common(mine, other.system());
        for (long seed : SEEDS) {
            for (Map<String, Double> hypers : List.of(defaults(common), unlikeDefaults(common))) {
                Course plain = Courses.ordinary(seed, STEPS);
                Course course = new Course(plain.tensors(), hypers, plain.steps());
                Finding.require(new ReportRow(mine.name(), name, TOLERANCE, "", "", List.of(compare(course))));
            }
        }
    }

    private Check compare(Course course) {
        Subject expected = other.subject(BackEnd.INTERPRETER, ElementType.DOUBLE);
        Subject actual = rule.subject(BackEnd.INTERPRETER, ElementType.DOUBLE);
        Allowance allowance = (quantity, tensor, step, element) -> TOLERANCE;
        try {
            return Check.of("interpreter, double", Comparison.ofParameters(course, expected, actual, allowance));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
            return Check.failed("interpreter, double", String.valueOf(broken.getMessage()));
        }
    }

    /** The hyperparameters that both have, as the rule has them. */
    private static List<Hyper> common(EquationSystem mine, EquationSystem other) {
        List<String> names = other.hypers().stream().map(Hyper::name).toList();
        return mine.hypers().stream()
                .filter(hyper -> names.contains(hyper.name()))
                .toList();
    }

    private static Map<String, Double> defaults(List<Hyper> hypers) {
        Map<String, Double> values = new LinkedHashMap<>();
        hypers.forEach(hyper -> values.put(hyper.name(), hyper.defaultValue()));
        return values;
    }

    /** No two of them alike: between the ends of the range, or a little way from its one end. */
    private static Map<String, Double> unlikeDefaults(List<Hyper> hypers) {
        Map<String, Double> values = new LinkedHashMap<>();
        hypers.forEach(hyper -> values.put(hyper.name(), between(hyper, 1 + values.size())));
        return values;
    }

    private static double between(Hyper hyper, int place) {
        double low = Math.max(hyper.range().low(), -1);
        double high = Math.min(hyper.range().high(), low + 1);
        return low + (high - low) * (0.05 + 0.83 * place / (place + 3));
    }
}

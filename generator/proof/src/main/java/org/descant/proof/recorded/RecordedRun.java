package org.descant.proof.recorded;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.Product;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recording;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.subject.TestedRule;

/**
 * A recording and the rule that is to reproduce it, made ready for each other: the rule has the recording's options, and the recording
 * goes by the rule's names.
 *
 * @param rule with its options chosen
 * @param options those that were chosen, by name
 * @param trajectory its hyperparameters, inputs and states under the names of the rule
 * @param unused arguments of a recorded schedule that nobody gave to a parameter
 */
public record RecordedRun(TestedRule rule, Map<String, String> options, Trajectory trajectory, List<String> unused) {
    public RecordedRun {
        options = Map.copyOf(options);
        unused = List.copyOf(unused);
    }

    /**
     * Makes a rule and the recorded run of an optimizer ready, or a schedule and a recorded schedule. The parameters of a schedule have the
     * values of the recorded arguments of the same names unless {@code with} says otherwise.
     *
     * @param with values of hyperparameters, parameters or options, or the recording's names, by the names of the rule
     * @throws RecordingMismatchException if they are of different kinds, or the recording sets what the rule does not have
     * @throws org.descant.compiler.RuleException if something is wrong with the rule
     */
    public static RecordedRun of(TestedRule rule, Recording recording, Map<String, String> with) {
        return recording.accept(new Recording.Visitor<>() {
            @Override
            public RecordedRun visitTrajectory(Trajectory trajectory) {
                requireKind(rule, Product.OPTIMIZER, trajectory.name() + " is the recorded run of an optimizer");
                return of(rule, trajectory, with);
            }

            @Override
            public RecordedRun visitSchedule(RecordedSchedule schedule) {
                requireKind(rule, Product.SCHEDULE, schedule.name() + " is a recorded schedule");
                return ScheduleArguments.run(rule, schedule, with);
            }
        });
    }

    private static void requireKind(TestedRule rule, Product kind, String recording) {
        if (rule.product() != kind) {
            throw new RecordingMismatchException(
                    recording + ", and " + rule.system().name() + " is "
                            + rule.product().oneOfThem() + ": hold it against "
                            + switch (rule.product()) {
                                case OPTIMIZER -> "a recorded run, such as seed000-adam";
                                case SCHEDULE -> "a recorded schedule, such as schedules/cosine-torch";
                            });
        }
    }

    /**
     * Makes a rule and a recording ready. An option that is {@code false} in the recording may be one that the rule does not have.
     *
     * @param with values of hyperparameters or options, or the recording's names, by the names of the rule
     * @throws RecordingMismatchException if the recording sets what the rule does not have
     * @throws org.descant.compiler.RuleException if something is wrong with the rule
     */
    public static RecordedRun of(TestedRule rule, Trajectory trajectory, Map<String, String> with) {
        EquationSystem plain = rule.system();
        List<String> hypers = plain.hypers().stream().map(Hyper::name).toList();
        List<String> options = plain.options().stream().map(OptionValue::name).toList();
        Map<String, String> chosen = new LinkedHashMap<>(trajectory.options());
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        with.forEach((name, value) -> {
            Optional<Double> number = number(value);
            if (options.contains(name)) {
                String recorded = chosen.remove(value);
                chosen.put(name, recorded == null ? value : recorded);
            } else if (number.isPresent()) {
                values.put(name, number.get());
            } else {
                names.put(value, name);
            }
        });
        // A rule without an option is the variant in which it is not taken.
        chosen.entrySet().removeIf(option -> option.getValue().equals("false") && !options.contains(option.getKey()));
        Trajectory renamed = trajectory.renamed(names).withHypers(values);
        RecordingMismatchException.check(
                "option", "options", trajectory.name(), chosen.keySet(), plain.name(), options);
        TestedRule told = rule;
        for (Map.Entry<String, String> option : chosen.entrySet()) {
            told = told.option(option.getKey(), option.getValue());
        }
        // An option may decide which hyperparameters there are, and a derived rule has its own.
        List<String> left = told.system().hypers().stream().map(Hyper::name).toList();
        new KnownNames(plain, told.system(), trajectory).check(with);
        RecordingMismatchException.check(
                "hyperparameter",
                "hyperparameters",
                trajectory.name(),
                renamed.hypers().keySet(),
                plain.name(),
                left.isEmpty() ? hypers : left);
        return new RecordedRun(told, chosen, renamed, List.of());
    }

    /** The same run without some of the recorded states. */
    public RecordedRun without(Collection<String> states) {
        return new RecordedRun(rule, options, trajectory.without(states), unused);
    }

    /** A number as a rule writes it. */
    static Optional<Double> number(String text) {
        try {
            return Optional.of(text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text));
        } catch (NumberFormatException name) {
            return Optional.empty();
        }
    }
}

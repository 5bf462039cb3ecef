package org.descant.proof.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.compiler.Product;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.State;
import org.descant.grammar.source.Diagnostic;
import org.descant.harness.ModelTensor;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.compare.Courses;
import org.descant.harness.compare.Deviation;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.AlikeHypers;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Trajectory;
import org.descant.harness.report.Check;
import org.descant.harness.report.ReportRow;
import org.descant.harness.report.Verdict;
import org.descant.proof.equivalence.Equivalence;
import org.descant.proof.equivalence.RuleComparison;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/**
 * The checks of one rule against one thing.
 *
 * <ul>
 *   <li>{@code double}: the interpreter, in double, against a recording, within the recording's tolerance
 *   <li>{@code float}: the interpreter, in float, against the same recording, within {@link FloatAllowance}
 *   <li>{@code janino, float}, …: each back end in each element type against the interpreter, bit for bit, in parameters and states
 * </ul>
 *
 * <p>What the other back ends do is then known from the interpreter, to the last bit.
 */
public final class Validator {
    /** Of a course that is no recording's. */
    private static final int STEPS = 25;

    private static final int UPDATES = 1000;

    private final List<BackEnd> backEnds;

    /** @param backEnds those that are held against the interpreter */
    public Validator(List<BackEnd> backEnds) {
        this.backEnds = List.copyOf(backEnds);
    }

    /** With all back ends that this Java offers. */
    public Validator() {
        this(BackEnd.available());
    }

    /** Compiles at once what javac would compile one by one. */
    void compileAhead(List<TestedRule> rules) {
        if (backEnds.contains(BackEnd.JAVAC)) {
            TestedRule.compileAhead(rules, BackEnd.JAVAC);
        }
    }

    /** Holds a rule against a recording. */
    public ReportRow recorded(String name, RecordedRun run) {
        Trajectory recording = run.trajectory();
        List<Check> checks = new ArrayList<>();
        checks.add(inDouble(run));
        if (run.rule().types().contains(ElementType.FLOAT)) {
            checks.add(inFloat(run));
        }
        checks.addAll(acrossBackEnds(run.rule(), Course.of(recording)));
        return new ReportRow(
                name,
                recording.name(),
                recording.tolerance(),
                recording.source(),
                recording.equations(),
                untested(run),
                alike(run),
                checks);
    }

    /** Hyperparameters that are 0 in every step, and options that are off: mistakes in what reads them do not show. */
    private static List<String> untested(RecordedRun run) {
        List<String> untested = new ArrayList<>();
        for (Hyper hyper : run.rule().system().hypers()) {
            double first = run.trajectory().hypers().getOrDefault(hyper.name(), hyper.defaultValue());
            boolean stays = run.trajectory().steps().stream()
                    .allMatch(step -> step.hypers().getOrDefault(hyper.name(), 0.0) == 0);
            if (first == 0 && stays) {
                untested.add(hyper.name() + " (0)");
            }
        }
        for (OptionValue option : run.rule().system().options()) {
            if (option.value().equals("false")) {
                untested.add(option.name() + " (off)");
            }
        }
        return untested;
    }

    private static List<List<String>> alike(RecordedRun run) {
        Map<String, Double> defaults = new LinkedHashMap<>();
        run.rule().system().hypers().forEach(hyper -> defaults.put(hyper.name(), hyper.defaultValue()));
        return AlikeHypers.of(run.trajectory(), defaults);
    }

    private static Check inDouble(RecordedRun run) {
        Check made = check(
                "double",
                () -> Comparison.ofRecording(
                        run.trajectory(), run.rule().subject(BackEnd.INTERPRETER, ElementType.DOUBLE)));
        return made.verdict() == Verdict.DIFFERS
                ? new Check(
                        made.name(),
                        made.verdict(),
                        made.result(),
                        help(run, made.result().orElseThrow()))
                : made;
    }

    private static String help(RecordedRun run, RunResult result) {
        Set<String> unseen =
                result.unseen().stream().map(Deviation::quantity).collect(Collectors.toCollection(LinkedHashSet::new));
        String unused = run.unused().isEmpty()
                ? ""
                : "arguments of the recording that no parameter has: " + String.join(", ", run.unused())
                        + "; --set PARAMETER=ARGUMENT gives one to a parameter of another name";
        String repairs = result.parting().isEmpty() ? "" : new Repairs(run, unseen).text();
        return Stream.of(unused, defaults(run), names(run, unseen), repairs)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static Check inFloat(RecordedRun run) {
        FloatAllowance allowance;
        try {
            allowance = FloatAllowance.of(run.rule().system(), run.trajectory());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
            return Check.failed("float", String.valueOf(broken.getMessage()));
        }
        Check made = check(
                "float",
                () -> Comparison.ofRecording(
                        run.trajectory(), run.rule().subject(BackEnd.INTERPRETER, ElementType.FLOAT), allowance));
        String open = allowance.open() == 0 ? "" : String.format(Locale.ROOT, "%.0f %% open", 100 * allowance.open());
        return made.result().isPresent() ? new Check(made.name(), made.verdict(), made.result(), open) : made;
    }

    /** Asks whether two rules are the same. */
    public static ReportRow against(String name, TestedRule rule, String other, TestedRule otherRule) {
        String otherName = name.equals(other) ? "the other " + other : other;
        Equivalence found = RuleComparison.of(named(rule.system(), name), named(otherRule.system(), otherName))
                .compare();
        Check check =
                new Check("equations", found.isSame() ? Verdict.GOOD : Verdict.DIFFERS, Optional.empty(), found.text());
        return new ReportRow(name, otherName, Double.NaN, "", "", List.of(check));
    }

    /** Two copies of one rule go by the same name. */
    private static EquationSystem named(EquationSystem rule, String name) {
        return new EquationSystem(
                name,
                rule.doc(),
                rule.hypers(),
                rule.options(),
                rule.inputs(),
                rule.states(),
                rule.equations(),
                rule.updates(),
                rule.weight(),
                rule.evaluations(),
                rule.checks(),
                rule.outputs(),
                rule.usesLoss(),
                rule.origin());
    }

    /** Holds the back ends against each other on a course that has what the rule asks for; of a schedule, at its defaults. */
    public ReportRow alone(String name, TestedRule rule) {
        if (rule.product() == Product.SCHEDULE) {
            Course.Feed nothing = new Course.Feed(Map.of(), Map.of(), List.of());
            return alone(
                    name,
                    rule,
                    new Course(List.of(RecordedSchedule.MODEL), unset(rule), Collections.nCopies(UPDATES, nothing)));
        }
        Map<String, ToIntFunction<ModelTensor>> inputs = new LinkedHashMap<>();
        rule.system()
                .inputs()
                .forEach(input -> inputs.put(input.name(), tensor -> new TensorSpec(tensor.name(), tensor.shape(), 0)
                        .count(input.shape(), input.view())));
        // A rule without a gradient is given one, too: the step of its class asks for it, and reads nothing of it.
        int evaluations = Math.max(1, rule.system().evaluations().size());
        return alone(name, rule, Courses.ordinary(1, STEPS, evaluations, inputs));
    }

    private static String names(RecordedRun run, Set<String> unseen) {
        Set<String> recorded = new LinkedHashSet<>();
        run.trajectory().steps().forEach(step -> recorded.addAll(step.states().keySet()));
        List<String> own = run.rule().system().states().stream()
                .map(State::name)
                .filter(name -> !name.endsWith("]") && !recorded.contains(name))
                .toList();
        return unseen.isEmpty() || own.isEmpty()
                ? ""
                : "recorded is " + String.join(", ", unseen) + ", which the rule does not have under that name; it has "
                        + String.join(", ", own) + ": where two are the same, say so, as in --set " + own.get(0) + "="
                        + unseen.iterator().next();
    }

    /** A recording that leaves out what it was made with, or calls it otherwise, leads to a rule at its defaults. */
    private static String defaults(RecordedRun run) {
        String defaults = run.rule().system().hypers().stream()
                .filter(hyper ->
                        hyper.defaultValue() != 0 && !run.trajectory().hypers().containsKey(hyper.name()))
                .map(hyper -> hyper.name() + " = " + hyper.defaultValue())
                .collect(Collectors.joining(", "));
        return defaults.isEmpty() ? "" : "not set by the recording, and so at the default of the rule: " + defaults;
    }

    /** Any value for what has no default. */
    private static Map<String, Double> unset(TestedRule schedule) {
        Map<String, Double> unset = new LinkedHashMap<>();
        schedule.system().hypers().stream()
                .filter(parameter -> Double.isNaN(parameter.defaultValue()))
                .forEach(parameter -> unset.put(parameter.name(), 10.0));
        return unset;
    }

    /** Holds the back ends against each other on a course of no optimizer's. */
    public ReportRow alone(String name, TestedRule rule, Course course) {
        return new ReportRow(name, ReportRow.ITSELF, Double.NaN, "", "", acrossBackEnds(rule, course));
    }

    /** A recording that no rule reproduces yet. */
    public static ReportRow missing(String recording, String needs) {
        return new ReportRow("-", recording, Double.NaN, "", "", List.of(Check.skipped("double", "needs " + needs)));
    }

    private List<Check> acrossBackEnds(TestedRule rule, Course course) {
        List<Diagnostic> obstacles = rule.obstacles();
        List<Check> checks = new ArrayList<>();
        for (BackEnd backEnd : backEnds) {
            for (ElementType type : rule.types()) {
                String name = backEnd.label() + ", " + type.javaName();
                if (backEnd != BackEnd.INTERPRETER) {
                    checks.add(
                            obstacles.isEmpty()
                                    ? check(name, () -> agreement(rule, course, backEnd, type))
                                    : Check.skipped(name, "interpreter only"));
                }
            }
        }
        return checks;
    }

    private static RunResult agreement(TestedRule rule, Course course, BackEnd backEnd, ElementType type) {
        return Comparison.ofSubjects(
                course, rule.subject(BackEnd.INTERPRETER, type), rule.subject(backEnd, type), Allowance.NONE);
    }

    /** What an optimizer throws in a run is a finding about it. */
    private static Check check(String name, Supplier<RunResult> comparison) {
        try {
            return Check.of(name, comparison.get());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
            return Check.failed(name, String.valueOf(broken.getMessage()));
        }
    }
}

package org.descant.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.descant.harness.Subject;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.equations.Equations;
import org.descant.harness.equations.Rerun;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.harness.reference.Reference;
import org.descant.harness.reference.References;
import org.descant.proof.mutation.Trial;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingRow;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/**
 * What the mutants of a rule have to pass: its recordings, then recordings of other rules that it gives too, then its reference. Those of a
 * schedule have {@link ScheduleTrials}.
 */
final class MutationTrials {
    /** The first word of the names of trials that are not recordings of the rule itself. */
    static final String OTHER = "as";

    static final String EQUATIONS = "equations";

    static final String REFERENCE = "reference";

    /**
     * Rules that are other rules at certain values of their hyperparameters: a recording of the other shows what their own do not, where
     * a decay is 0 in them or two hyperparameters are the same.
     */
    private static final String OTHERS = """
            AdEMAMix: seed002-adam with alpha = 0, beta3 = 0.5, weight_decay = 0, eps_root = eps, eps = 0
            AdaBound: adam-keras with weight_decay = 0, final_lr = 1, gamma = 1e-300
            AdamWInUpdate: seed002-adam with weight_decay = 0, eps_root = eps, eps = 0
            AggMo: seed001-momentum with beta1 = momentum, beta2 = 0.9, beta3 = 0.9
            ApplyEverySGD: seed000-sgd with k = 1
            GradientAccumulation: seed001-adam with k = 1
            LookaheadLazy: seed001-momentum with k = 1, alpha = 1
            Lookahead: seed001-momentum with k = 1, alpha = 1
            PID: sgd-dampening-torch with lr = 1e-20, integral = 2e18, derivative = 0
            Prodigy: adam-keras with d_coef = 1e-300, d0 = 1, weight_decay = 0, growth = inf, bias_correction = true
            RMSpropMomentum: rmsprop-l2-torch with momentum = 0
            RMSpropRate: seed002-rmsprop with momentum = 0, centered = false
            Tiger: signum-optax with weight_decay = 0
            ClipByGlobalNormStrict: seed000-sgd with c = 1e9
            ClipByNorm: seed000-sgd with c = 1e9
            """;

    /** Both run in double and round alike; what is the same but for rounding is no mistake. */
    private static final double TOLERANCE = 1e-9;

    private final RecordedRuns library = RecordedRuns.ofLibrary();
    private final Map<String, List<Trial>> byRule = new TreeMap<>();

    private MutationTrials() {}

    /** The trials by rule or schedule, as the table of recordings names it. */
    static Map<String, List<Trial>> byRule() {
        MutationTrials trials = new MutationTrials();
        trials.library.table().rows().forEach(trials::addRecording);
        OTHERS.lines().forEach(trials::addOther);
        trials.library.table().rows().forEach(trials::addEquations);
        HandWritten.rules().forEach(trials::addHandWritten);
        References.all().forEach(trials::addReference);
        ScheduleTrials.addTo(
                trials.library, (schedule, trial) -> trials.trials(schedule).add(trial));
        return trials.byRule;
    }

    private void addRecording(RecordingRow row) {
        row.rule().ifPresent(rule -> trials(rule).add(Trial.of(library.run(row))));
    }

    /** What the equations of the recording make of other numbers: on its gradients, and on others. */
    private void addEquations(RecordingRow row) {
        row.rule().ifPresent(rule -> {
            TestedRule tested = library.run(row).rule();
            new OtherRuns(tested.system(), Recordings.trajectory(row.recording()))
                    .all()
                    .forEach(given -> addEquations(rule, tested, given, row.with()));
        });
    }

    /** What the equations make that were written by hand. */
    private void addHandWritten(String rule) {
        TestedRule tested = LibraryRules.tested(rule);
        Trajectory given = HandWritten.given(rule);
        addEquations(rule, tested, given, Map.of());
        new OtherRuns(tested.system(), given).all().forEach(other -> addEquations(rule, tested, other, Map.of()));
    }

    private void addEquations(String rule, TestedRule tested, Trajectory given, Map<String, String> with) {
        Trajectory rerun = Rerun.of(given, Equations.of(given), TOLERANCE);
        Trial trial = Trial.of(RecordedRun.of(tested, rerun, with));
        trials(rule).add(new Trial(EQUATIONS + " of " + trial.name(), trial.rule(), trial.compared(), trial.passes()));
    }

    private List<Trial> trials(String rule) {
        return byRule.computeIfAbsent(rule, none -> new ArrayList<>());
    }

    private void addOther(String line) {
        String[] parts = line.split(": | with ", -1);
        Map<String, String> with = new LinkedHashMap<>();
        for (String setting : parts[2].split(", ", -1)) {
            String[] sides = setting.split(" = ", -1);
            with.put(sides[0], sides[1]);
        }
        TestedRule rule = trials(parts[0]).get(0).rule();
        Trajectory recorded = Recordings.trajectory(parts[1]);
        Set<String> states = new TreeSet<>();
        recorded.steps().forEach(step -> states.addAll(step.states().keySet()));
        // Two rules that give the same parameters need not remember the same.
        Trajectory recording = recorded.without(states);
        RecordedRun run = RecordedRun.of(rule, recording, with);
        Trial trial = Trial.of(run);
        trials(parts[0]).add(new Trial(OTHER + " " + trial.name(), trial.rule(), Set.of(), trial.passes()));
    }

    /** The reference follows the gradients of the first recording, with hyperparameters that are all different and none of them 0. */
    private void addReference(Reference plain) {
        List<Trial> own = byRule.getOrDefault(plain.name(), List.of());
        for (RecordingRow row : library.table().rows()) {
            if (row.rule().filter(plain.name()::equals).isPresent()) {
                RecordedRun run = library.run(row);
                Reference reference = AwkwardRun.unlikeDefaults(plain);
                for (Map.Entry<String, String> option : run.options().entrySet()) {
                    reference = reference.with(option.getKey(), Boolean.parseBoolean(option.getValue()));
                }
                if (reference.hypers().containsKey("momentum")) {
                    reference = reference.with("momentum", 0.8);
                }
                Subject expected = reference.in(ElementType.DOUBLE);
                Course recorded = Course.of(run.trajectory());
                Course course = new Course(recorded.tensors(), reference.hypers(), recorded.steps());
                own.add(new Trial(
                        REFERENCE + " on " + row.recording(), run.rule(), Set.of(), subject -> Comparison.ofParameters(
                                        course, expected, subject, (quantity, tensor, step, element) -> TOLERANCE)
                                .passes()));
            }
        }
    }
}

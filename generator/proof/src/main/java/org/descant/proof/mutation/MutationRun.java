package org.descant.proof.mutation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.proof.subject.InterpretedSubject;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/** Puts the mutants of a rule, interpreted in double, to the trials that the rule itself passes. */
public final class MutationRun {
    private final String rule;
    private final LoadedFile file;
    private final List<Mutant> mutants;
    private final List<OneTrial> trials;
    private final KnownSurvivors known;

    /** A trial beside the options that it is run with. */
    private record OneTrial(Trial trial, Map<String, String> options) {}

    private MutationRun(List<Trial> trials, KnownSurvivors known) {
        TestedRule any = trials.get(0).rule();
        this.rule = any.system().name();
        this.file = any.compilation("parse").file().orElseThrow();
        this.trials = trials.stream()
                .map(trial -> new OneTrial(trial, trial.options()))
                .toList();
        this.known = known;
        Set<String> compared =
                trials.stream().flatMap(trial -> trial.compared().stream()).collect(Collectors.toSet());
        this.mutants = Mutants.of(
                file,
                rule,
                compared,
                this.trials.stream().map(OneTrial::options).toList());
    }

    /**
     * Tries all mutants of a rule.
     *
     * @param trials at least one; their rules are the same but for options
     * @param known the mutants that are known to pass all trials
     * @throws org.descant.compiler.RuleException if something is wrong with the rule
     * @throws IllegalArgumentException if the rule itself fails a trial: then its mutants prove nothing
     */
    public static MutationReport of(List<Trial> trials, KnownSurvivors known) {
        MutationRun run = new MutationRun(trials, known);
        for (Trial trial : trials) {
            if (!trial.isPassedBy(
                    new InterpretedSubject(trial.rule().product(), trial.rule().system(), ElementType.DOUBLE))) {
                throw new IllegalArgumentException(
                        run.rule + " itself fails " + trial.name() + ", which its mutants are to fail");
            }
        }
        return new MutationReport(
                run.rule, run.mutants.parallelStream().map(run::outcome).toList());
    }

    private Outcome outcome(Mutant mutant) {
        SourceText text = new SourceText(file.source().name(), mutant.text());
        Map<Map<String, String>, Optional<Subject>> subjects = new HashMap<>();
        for (OneTrial each : trials) {
            Optional<Subject> subject = subjects.computeIfAbsent(
                    each.options(), options -> subject(each.trial().rule().edited(text)));
            if (subject.isEmpty()) {
                return new Outcome(mutant, Fate.REFUSED, "");
            } else if (!each.trial().isPassedBy(subject.get())) {
                return new Outcome(mutant, Fate.CAUGHT, each.trial().name());
            }
        }
        return known.verdict(rule, mutant)
                .map(verdict -> new Outcome(mutant, verdict.fate(), verdict.reason()))
                .orElseGet(() -> new Outcome(mutant, Fate.SURVIVED, ""));
    }

    private Optional<Subject> subject(TestedRule mutant) {
        Compilation compilation = mutant.named(mutant.product(), rule).compilation("ir");
        return compilation.hasErrors()
                ? Optional.empty()
                : compilation
                        .system()
                        .map(system -> new InterpretedSubject(mutant.product(), system, ElementType.DOUBLE));
    }
}

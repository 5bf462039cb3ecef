package org.descant.proof.mutation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.Compilation;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.proof.subject.InterpretedSubject;
import org.descant.runtime.ElementType;

/** Puts the mutants of a rule, interpreted in double, to the trials that the rule itself passes. */
public final class MutationRun {
    private final RuleCompiler compiler;
    private final LoadedFile file;
    private final String rule;
    private final List<Trial> trials;
    private final EqualMutants equal;

    /**
     * @param compiler finds what the file imports
     * @param rule the name of the optimizer
     * @param equal what is known to compute the same as the rule
     */
    public MutationRun(RuleCompiler compiler, LoadedFile file, String rule, List<Trial> trials, EqualMutants equal) {
        this.compiler = compiler.rule(rule);
        this.file = file;
        this.rule = rule;
        this.trials = List.copyOf(trials);
        this.equal = equal;
    }

    /**
     * Tries all mutants.
     *
     * @param compared the states and outputs that the trials look at, beside the parameter
     */
    public MutationReport run(Set<String> compared) {
        List<Map<String, String>> options = trials.stream().map(Trial::options).toList();
        List<Outcome> outcomes = Mutants.of(file, rule, compared, options).parallelStream()
                .map(this::outcome)
                .toList();
        return new MutationReport(rule, outcomes);
    }

    private Outcome outcome(Mutant mutant) {
        SourceText text = new SourceText(file.source().name(), mutant.text());
        Map<Map<String, String>, Optional<Subject>> subjects = new HashMap<>();
        for (Trial trial : trials) {
            Optional<Subject> subject = subjects.computeIfAbsent(trial.options(), options -> subject(text, options));
            if (subject.isEmpty()) {
                return new Outcome(mutant, Fate.REFUSED, "");
            } else if (!trial.isPassedBy(subject.get())) {
                return new Outcome(mutant, Fate.CAUGHT, trial.name());
            }
        }
        return equal.reason(rule, mutant)
                .map(reason -> new Outcome(mutant, Fate.EQUAL, reason))
                .orElseGet(() -> new Outcome(mutant, Fate.SURVIVED, ""));
    }

    private Optional<Subject> subject(SourceText text, Map<String, String> options) {
        RuleCompiler told = compiler;
        for (Map.Entry<String, String> option : options.entrySet()) {
            told = told.option(option.getKey(), option.getValue());
        }
        Compilation compilation = told.run(text, "ir");
        return compilation.hasErrors()
                ? Optional.empty()
                : compilation.system().map(system -> new InterpretedSubject(system, ElementType.DOUBLE));
    }
}

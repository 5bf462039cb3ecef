package org.descant.proof.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.SourceText;
import org.descant.harness.compare.Comparison;
import org.descant.proof.mutation.Mutant;
import org.descant.proof.mutation.Mutants;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.subject.InterpretedSubject;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/**
 * Changes of one place in a rule after which it reproduces a recording: the mistakes that people make lead from a wrong rule to the right
 * one as often as the other way round.
 */
final class Repairs {
    private static final int MOST = 2;

    private final RecordedRun run;
    private final String rule;

    /** @param unseen what is recorded and the rule does not show, under that name at least: it is left out */
    Repairs(RecordedRun run, Set<String> unseen) {
        this.run = run.without(unseen);
        this.rule = run.rule().system().name();
    }

    /** What to change, in words and lines; empty if no change of one place helps. */
    String text() {
        List<Mutant> found = reproducing(changes());
        if (found.isEmpty()) {
            found = reproducing(additions());
        }
        if (found.isEmpty()) {
            return "";
        }
        return found.stream()
                .map(repair -> repair.difference().indent(2).stripTrailing())
                .collect(Collectors.joining("\nor\n", "the recording is reproduced with this change:\n", ""));
    }

    private List<Mutant> reproducing(List<Mutant> changed) {
        return changed.parallelStream().filter(this::reproduces).limit(MOST).toList();
    }

    private List<Mutant> changes() {
        return Mutants.of(file(), rule, compared(), List.of(options()));
    }

    private List<Mutant> additions() {
        return Mutants.repairs(file(), rule, compared(), options());
    }

    private LoadedFile file() {
        return run.rule().compilation("parse").file().orElseThrow();
    }

    private Set<String> compared() {
        Set<String> compared = new TreeSet<>();
        run.trajectory().steps().forEach(step -> compared.addAll(step.states().keySet()));
        return compared;
    }

    private Map<String, String> options() {
        return run.rule().system().options().stream().collect(Collectors.toMap(OptionValue::name, OptionValue::value));
    }

    private boolean reproduces(Mutant mutant) {
        TestedRule changed = run.rule()
                .edited(new SourceText("changed.opt", mutant.text()))
                .named(run.rule().product(), rule);
        Compilation compilation = changed.compilation("ir");
        if (compilation.hasErrors()) {
            return false;
        }
        try {
            return compilation
                    .system()
                    .map(system -> new InterpretedSubject(changed.product(), system, ElementType.DOUBLE))
                    .filter(subject -> Comparison.reproduces(run.trajectory(), subject))
                    .isPresent();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException worse) {
            return false;
        }
    }
}

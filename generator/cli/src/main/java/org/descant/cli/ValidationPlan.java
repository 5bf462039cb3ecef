package org.descant.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.harness.recorded.Recording;
import org.descant.proof.mutation.KnownSurvivors;
import org.descant.proof.mutation.MutationRun;
import org.descant.proof.mutation.Trial;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.TestedRule;
import org.descant.proof.validate.Validation;

/** What is to be held against what, as a command line says it. */
final class ValidationPlan {
    private final Workshop workshop;
    private final RecordedRuns table = RecordedRuns.ofLibrary();
    private final List<List<ChosenRule>> rules;
    private final Map<String, Recording> oracles = new LinkedHashMap<>();
    private final List<String> others;
    private final Map<String, String> with;
    private final Map<RuleArgument, TestedRule> read = new HashMap<>();

    /**
     * @param rules at least one
     * @param with values of hyperparameters and options, or the recording's names, by the names of the rules
     */
    ValidationPlan(
            Workshop workshop,
            List<String> rules,
            List<String> oracles,
            List<String> others,
            Map<String, String> with) {
        this.workshop = workshop;
        this.rules = rules.stream().map(workshop::chooseAll).toList();
        this.others = others;
        this.with = with;
        oracles.forEach(oracle -> this.oracles.put(oracle, NamedRecordings.read(oracle)));
    }

    /** Adds all that is to be checked. */
    void addTo(Validation validation) {
        if (oracles.isEmpty() && !with.isEmpty()) {
            throw new CallException("--set and --option change what a recorded run sets: name the run with --oracle");
        }
        List<ChosenRule> otherRules = workshop.choose(others);
        for (List<ChosenRule> chosen : rules) {
            for (ChosenRule each : chosen) {
                TestedRule rule = tested(each);
                runs(each, chosen).forEach(run -> validation.recorded(run));
                otherRules.forEach(other -> against(validation, rule, tested(other)));
                if (oracles.isEmpty() && others.isEmpty()) {
                    alone(validation, each, rule);
                }
            }
        }
    }

    /** A rule beside each recording that is for it: of a file that has both, schedules are for schedules. */
    private List<RecordedRun> runs(ChosenRule chosen, List<ChosenRule> beside) {
        TestedRule rule = tested(chosen);
        List<RecordedRun> runs = new ArrayList<>();
        oracles.forEach((oracle, recording) -> {
            Product product = NamedRecordings.product(recording);
            if (chosen.product() == product || beside.stream().noneMatch(other -> other.product() == product)) {
                runs.add(RecordedRun.of(rule, recording, settings(rule, oracle, recording)));
            }
        });
        return runs;
    }

    /** For a recorded schedule that comes with Descant, the table says what a schedule of the prelude is to be set to. */
    private Map<String, String> settings(TestedRule rule, String oracle, Recording recording) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (rule.product() == Product.SCHEDULE
                && NamedRecordings.shipped(oracle).isPresent()) {
            settings.putAll(table.settings(rule.system().name(), recording.name()));
            settings.keySet().removeIf(name -> rule.system().hypers().stream()
                    .noneMatch(hyper -> hyper.name().equals(name)));
        }
        settings.putAll(with);
        return settings;
    }

    private static void against(Validation validation, TestedRule rule, TestedRule other) {
        if (rule.product() == Product.SCHEDULE) {
            throw new CallException("--against is for optimizers, and "
                    + rule.system().name() + " is a schedule: hold it against a recorded one with --oracle");
        }
        validation.against(rule.system().name(), rule, other.system().name(), other);
    }

    private void alone(Validation validation, ChosenRule chosen, TestedRule rule) {
        String name = rule.system().name();
        boolean found =
                switch (chosen.product()) {
                    case OPTIMIZER -> isOfLibrary(chosen) && validation.table(table, name);
                    case SCHEDULE -> isOfPrelude(chosen) && validation.schedules(table, name);
                };
        if (!found) {
            validation.alone(name, rule);
        }
    }

    private boolean isOfLibrary(ChosenRule chosen) {
        return chosen.argument().file().isEmpty()
                && chosen.name()
                        .filter(name -> workshop.library().find(name).isPresent())
                        .isPresent();
    }

    private static boolean isOfPrelude(ChosenRule chosen) {
        return chosen.argument().isPrelude();
    }

    /** What became of the mutants of every rule that has a recorded run to tell them by. */
    List<String> mutants() {
        List<String> texts = new ArrayList<>();
        for (List<ChosenRule> chosen : rules) {
            chosen.forEach(each -> texts.add(mutants(each, chosen)));
        }
        return texts;
    }

    private String mutants(ChosenRule chosen, List<ChosenRule> beside) {
        List<RecordedRun> runs = new ArrayList<>(runs(chosen, beside));
        String name = tested(chosen).system().name();
        if (oracles.isEmpty() && isOfLibrary(chosen)) {
            table.table().rows().stream()
                    .filter(row -> row.rule().filter(name::equals).isPresent())
                    .forEach(row -> runs.add(table.run(row)));
        } else if (oracles.isEmpty() && isOfPrelude(chosen)) {
            table.schedules(name).forEach(recorded -> runs.add(table.schedule(recorded)));
        }
        return runs.isEmpty()
                ? name + ": no mutants, since there is no recorded run; name one with --oracle"
                : MutationRun.of(runs.stream().map(Trial::of).toList(), KnownSurvivors.NONE)
                        .text();
    }

    /** All rules of a file share what was read of it. */
    private TestedRule tested(ChosenRule chosen) {
        TestedRule any = read.computeIfAbsent(chosen.argument(), ValidationPlan::read);
        return chosen.name().map(name -> any.named(chosen.product(), name)).orElse(any);
    }

    private static TestedRule read(RuleArgument argument) {
        return argument.file()
                .map(file -> TestedRule.of(Descant.compiler(), file))
                .orElseGet(() -> TestedRule.of(Descant.compiler(), argument.source()));
    }
}

package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.RuleCompiler;
import org.descant.digits.Digits;
import org.descant.digits.Epoch;
import org.descant.digits.Perceptron;
import org.descant.digits.Training;
import org.descant.digits.TrainingListener;
import org.descant.runtime.Optimizer;
import org.descant.runtime.OutputDescription;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.StateShape;
import org.descant.runtime.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant train}: compiles rules in this process and trains a small network with each. */
@Command(
        name = "train",
        description = {
            "Compiles each RULE and trains a small network on handwritten digits with it.",
            "Several rules give a table that compares them."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int HIDDEN = 64;
    private static final String AVERAGE = "average";

    @Parameters(arity = "1..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION)
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A hyperparameter, as in --set lr=0.01, for every RULE that has it; adam.lr=0.01 for one.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = Choices.DESCRIPTION)
    private List<String> options = new ArrayList<>();

    @Option(names = "--epochs", paramLabel = "N", description = "How often all images are seen (${DEFAULT-VALUE}).")
    private int epochs = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Chooses the first weights and the order of the images (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = {
                "How many threads share a step, where it is large enough to gain by it (${DEFAULT-VALUE});",
                "the numbers are the same with any."
            })
    private int threads = 1;

    @Option(
            names = "--show",
            paramLabel = "OUTPUT",
            description = {
                "The output per element that is put into the network to test it;",
                "for rules that have one of that name (" + AVERAGE + ")."
            })
    private Optional<String> show = Optional.empty();

    private final Terminal terminal;
    private final Workshop workshop;

    TrainCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        if (epochs < 1) {
            throw new CallException("--epochs takes a number from 1 on, not " + epochs);
        }
        try (Workers workers = workers()) {
            return train(workers);
        }
    }

    private Workers workers() {
        try {
            return Workers.of(threads);
        } catch (IllegalArgumentException refused) {
            throw new CallException("--threads: " + refused.getMessage());
        }
    }

    private int train(Workers workers) {
        Settings settings = new Settings(sets);
        List<TimedRule> compiled = compile();
        compiled.forEach(TrainCommand::checkInputs);
        List<RuleDescription> descriptions =
                compiled.stream().map(TimedRule::description).toList();
        settings.check(descriptions);
        show.ifPresent(output -> checkShown(output, descriptions));
        Digits digits = Digits.load();
        TrainingReport report = new TrainingReport(terminal.out());
        List<Trained> all = new ArrayList<>();
        for (TimedRule rule : compiled) {
            all.add(train(rule, settings, digits, report, compiled.size() == 1, workers));
        }
        if (all.size() == 1) {
            report.closing(all.get(0));
        } else {
            report.comparison(all, digits, seed);
        }
        return ExitCode.GOOD;
    }

    private List<TimedRule> compile() {
        Choices choices = new Choices(options);
        long start = System.nanoTime();
        List<ChosenRule> chosen = workshop.choose(rules);
        List<RuleCompiler> compilers = choices.compilers(chosen);
        List<TimedRule> compiled = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            CompiledRule rule = chosen.get(i).compile(compilers.get(i));
            workshop.reportOnce(rule.warnings());
            long now = System.nanoTime();
            compiled.add(new TimedRule(rule, now - start));
            start = now;
        }
        return compiled;
    }

    private static void checkInputs(TimedRule rule) {
        rule.description().inputs().stream().findFirst().ifPresent(input -> {
            throw new CallException(rule.description().name() + " asks for the input '" + input.name()
                    + "', which this training does not know");
        });
    }

    private static void checkShown(String output, List<RuleDescription> rules) {
        List<String> known = rules.stream()
                .flatMap(rule -> shownOutputs(rule).stream())
                .distinct()
                .toList();
        if (known.contains(output)) {
            return;
        }
        String who = rules.size() == 1 ? rules.get(0).name() + " has no" : "none of the rules has an";
        throw CallException.unknown(
                "--show " + output + ": " + who + " output '" + output + "' per element", output, known);
    }

    /** The outputs that can stand in for the values of the parameters. */
    private static List<String> shownOutputs(RuleDescription rule) {
        return rule.outputs().stream()
                .filter(output -> !(output instanceof OutputDescription.Kept kept)
                        || rule.state(kept.slot()).shape() == StateShape.PER_ELEMENT)
                .map(OutputDescription::name)
                .toList();
    }

    private Trained train(
            TimedRule rule, Settings settings, Digits digits, TrainingReport report, boolean alone, Workers workers) {
        Perceptron network = new Perceptron(seed, Digits.PIXELS, HIDDEN, Digits.CLASSES);
        Optimizer optimizer = rule.rule().create(network.parameters());
        settings.apply(optimizer);
        optimizer.workers(workers);
        if (alone) {
            report.begin(optimizer, digits, seed);
        }
        ProgressLine progress = new ProgressLine(terminal, rule.description().name(), epochs);
        Training training = new Training(digits, network, seed);
        String output = show.orElse(AVERAGE);
        if (shownOutputs(rule.description()).contains(output)) {
            training.showing(output);
        }
        List<Epoch> done = training.run(optimizer, epochs, new TrainingListener() {
            @Override
            public void stepped(int epoch, int step, int steps, double loss) {
                progress.stepped(epoch, step, steps, loss);
            }

            @Override
            public void finished(Epoch epoch) {
                progress.finished(epoch);
                if (alone) {
                    report.epoch(epoch);
                }
            }
        });
        return new Trained(optimizer, done, rule.compileNanos());
    }
}

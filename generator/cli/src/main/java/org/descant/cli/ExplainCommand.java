package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.descant.compiler.Compilation;
import org.descant.compiler.Pipeline;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant explain}: what the compiler understands by a rule, and what it makes of it. */
@Command(
        name = "explain",
        description = {
            "Says what the compiler understands by each RULE: equations, shapes, state and what it costs.",
            "With --stage it shows what one stage of the compiler made of it; --stage emit is the Java."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION_WITH_SCHEDULES)
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = StageNames.class)
    private String stage = "";

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = Choices.DESCRIPTION)
    private List<String> options = new ArrayList<>();

    private final Terminal terminal;
    private final Workshop workshop;

    ExplainCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    /** The names of the stages, in their order. */
    static final class StageNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        StageNames() {
            super(Pipeline.STAGES.stream().map(Stage::name).toList());
        }
    }

    @Override
    public Integer call() {
        StageNames stages = new StageNames();
        if (!stage.isEmpty() && !stages.contains(stage)) {
            throw CallException.unknown("there is no stage '" + stage + "'", stage, stages);
        }
        Choices choices = new Choices(options);
        List<ChosenRule> chosen = workshop.chooseAll(rules);
        List<RuleCompiler> compilers = choices.compilers(chosen);
        for (int i = 0; i < chosen.size(); i++) {
            if (i > 0) {
                terminal.out().println();
            }
            explain(chosen.get(i), compilers.get(i));
        }
        return ExitCode.GOOD;
    }

    private void explain(ChosenRule rule, RuleCompiler compiler) {
        if (!stage.isEmpty()) {
            Compilation compilation = rule.run(compiler, stage);
            Workshop.throwIfWrong(compilation.diagnostics());
            workshop.reportOnce(compilation.diagnostics());
            terminal.out().print(Pipeline.stage(stage).text().apply(compilation));
            return;
        }
        Compilation compilation = rule.run(compiler, "emit");
        if (compilation.system().isEmpty()) {
            Workshop.throwIfWrong(compilation.diagnostics());
        }
        workshop.reportOnce(compilation.diagnostics());
        List<String> lines =
                switch (compilation.product()) {
                    case OPTIMIZER -> new Explanation(compilation).lines();
                    case SCHEDULE -> new ScheduleExplanation(compilation).lines();
                };
        lines.forEach(terminal.out()::println);
    }
}

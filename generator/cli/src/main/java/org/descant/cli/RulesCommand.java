package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.State;
import org.descant.compiler.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code descant rules}: what the library has. */
@Command(
        name = "rules",
        description = "Lists the rules of the library: what each is, where it comes from, what it remembers.",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Lists only rules whose name, description or source holds each WORD.")
    private List<String> words = new ArrayList<>();

    private final Terminal terminal;
    private final Workshop workshop;

    RulesCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        int listed = 0;
        for (String name : workshop.library().names()) {
            for (ChosenRule rule : workshop.choose(name)) {
                List<String> entry = entry(rule);
                String text = String.join("\n", entry).toLowerCase(Locale.ROOT);
                if (words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))) {
                    entry.forEach(terminal.out()::println);
                    listed++;
                }
            }
        }
        if (listed == 0) {
            throw new CallException("the library has no rule with " + String.join(" and ", words));
        }
        return ExitCode.GOOD;
    }

    private static List<String> entry(ChosenRule rule) {
        Compilation compilation = rule.run(Descant.compiler(), "plan");
        if (compilation.rewrittenSystem().isEmpty()) {
            Workshop.throwIfWrong(compilation.diagnostics());
        }
        EquationSystem system = compilation
                .executionPlan()
                .map(Plan::system)
                .or(compilation::rewrittenSystem)
                .orElseThrow();
        RuleHeader header = RuleHeader.of(system.name(), system.doc());
        List<String> entry = new ArrayList<>();
        entry.add(system.name() + (header.summary().isEmpty() ? "" : ": " + header.summary()));
        if (!header.source().isEmpty()) {
            entry.add("    " + header.source());
        }
        String states = system.states().stream().map(State::name).collect(Collectors.joining(", "));
        entry.add("    state: " + (states.isEmpty() ? "none" : states));
        return entry;
    }
}

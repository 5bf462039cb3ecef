package org.descant.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant check}: says all that is wrong with rules, and what is remarkable. */
@Command(
        name = "check",
        description = "Says all that is wrong with each RULE, and what is remarkable about it.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION_WITH_SCHEDULES)
    private List<String> rules = new ArrayList<>();

    @Option(names = "--warnings-are-errors", description = "A warning makes a rule wrong.")
    private boolean warningsAreErrors;

    private final Terminal terminal;
    private final Workshop workshop;

    CheckCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        int exit = ExitCode.GOOD;
        for (String rule : rules) {
            Set<String> ungenerated = new LinkedHashSet<>();
            List<Diagnostic> found = check(rule, ungenerated);
            workshop.report(found);
            long errors = count(found, Severity.ERROR);
            long warnings = count(found, Severity.WARNING);
            String though = ungenerated.isEmpty() ? "" : ", though not all of it can be generated as Java yet";
            terminal.out().println(rule + ": " + verdict(errors, warnings) + though);
            ungenerated.forEach(terminal.out()::println);
            terminal.out().flush();
            if (errors > 0 || (warningsAreErrors && warnings > 0)) {
                exit = ExitCode.RULE;
            }
        }
        return exit;
    }

    /** @param ungenerated gets what is right and cannot be generated yet, a line each */
    private List<Diagnostic> check(String argument, Set<String> ungenerated) {
        List<Diagnostic> found = new ArrayList<>();
        try {
            List<ChosenRule> chosen = workshop.chooseAll(argument);
            Compilation read = chosen.get(0).read();
            found.addAll(read.diagnostics());
            if (definesNothing(read)) {
                found.addAll(chosen.get(0).run(Descant.compiler(), "resolve").diagnostics());
            }
            // A file of defs alone has nothing to be resolved.
            for (ChosenRule rule : chosen) {
                rule.name().ifPresent(name -> {
                    Compilation compilation = read.run(rule.product(), name, "plan");
                    for (Diagnostic each : compilation.diagnostics()) {
                        if (isOfThePlan(compilation, each)) {
                            ungenerated.add("  " + name + ": " + each.message());
                        } else {
                            found.add(each);
                        }
                    }
                });
            }
        } catch (RuleException unreadable) {
            found.addAll(unreadable.diagnostics());
        }
        return workshop.distinct(found);
    }

    private static boolean definesNothing(Compilation read) {
        return read.file().orElseThrow().syntax().declarations().isEmpty();
    }

    /** A rule that has an equation system is right; what stops it behind that is what no code is generated for. */
    private static boolean isOfThePlan(Compilation compilation, Diagnostic found) {
        return compilation.system().isPresent() && found.severity() == Severity.ERROR;
    }

    private static long count(List<Diagnostic> found, Severity severity) {
        return found.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private static String verdict(long errors, long warnings) {
        if (errors == 0 && warnings == 0) {
            return "good";
        }
        List<String> counts = new ArrayList<>();
        if (errors > 0) {
            counts.add(errors == 1 ? "1 error" : errors + " errors");
        }
        if (warnings > 0) {
            counts.add(warnings == 1 ? "1 warning" : warnings + " warnings");
        }
        return String.join(", ", counts);
    }
}

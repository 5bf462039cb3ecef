package org.descant.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.VisibleText;
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

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = Choices.DESCRIPTION)
    private List<String> options = new ArrayList<>();

    private final Terminal terminal;
    private final Workshop workshop;

    CheckCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    /** What an argument means: its optimizers and schedules, or why there are none. */
    private record Named(String argument, List<ChosenRule> chosen, List<Diagnostic> unreadable, String refusal) {}

    @Override
    public Integer call() {
        Choices choices = new Choices(options);
        List<Named> named = rules.stream().map(this::read).toList();
        Map<ChosenRule, RuleCompiler> compilers = compilers(choices, named);
        int exit = ExitCode.GOOD;
        for (Named each : named) {
            exit = Math.max(exit, check(each, compilers));
        }
        return exit;
    }

    private Named read(String argument) {
        try {
            return new Named(argument, workshop.chooseAll(argument), List.of(), "");
        } catch (RuleException unreadable) {
            return new Named(argument, List.of(), unreadable.diagnostics(), "");
        } catch (CallException refused) {
            return new Named(argument, List.of(), List.of(), String.valueOf(refused.getMessage()));
        }
    }

    /** A compiler for each rule that options concern: what is wrong with a rule by itself is said where it is checked. */
    private Map<ChosenRule, RuleCompiler> compilers(Choices choices, List<Named> named) {
        List<ChosenRule> sound = options.isEmpty()
                ? List.of()
                : named.stream()
                        .flatMap(each -> each.chosen().stream())
                        .filter(rule ->
                                count(rule.run(Descant.compiler(), "resolve").diagnostics(), Severity.ERROR) == 0)
                        .toList();
        Map<ChosenRule, RuleCompiler> compilers = new HashMap<>();
        if (!sound.isEmpty()) {
            List<RuleCompiler> told = choices.compilers(sound);
            for (int i = 0; i < sound.size(); i++) {
                compilers.put(sound.get(i), told.get(i));
            }
        }
        return compilers;
    }

    /** Says what is wrong with the rules of one argument, and returns the exit code that it asks for. */
    private int check(Named named, Map<ChosenRule, RuleCompiler> compilers) {
        if (!named.refusal().isEmpty()) {
            terminal.say(named.refusal());
            return ExitCode.CALL;
        }
        Set<String> ungenerated = new LinkedHashSet<>();
        List<Diagnostic> found = workshop.distinct(
                named.chosen().isEmpty() ? named.unreadable() : check(named.chosen(), compilers, ungenerated));
        workshop.report(found);
        long errors = count(found, Severity.ERROR);
        long warnings = count(found, Severity.WARNING);
        String though = ungenerated.isEmpty() ? "" : ", though not all of it can be generated as Java";
        terminal.out().println(VisibleText.of(named.argument()) + ": " + verdict(errors, warnings) + though);
        ungenerated.forEach(terminal.out()::println);
        terminal.out().flush();
        return errors > 0 || (warningsAreErrors && warnings > 0) ? ExitCode.RULE : ExitCode.GOOD;
    }

    /** @param ungenerated gets what is right and cannot be generated, a line each */
    private static List<Diagnostic> check(
            List<ChosenRule> chosen, Map<ChosenRule, RuleCompiler> compilers, Set<String> ungenerated) {
        Compilation read = chosen.get(0).read();
        List<Diagnostic> found = new ArrayList<>(read.diagnostics());
        if (definesNothing(read)) {
            found.addAll(chosen.get(0).run(Descant.compiler(), "resolve").diagnostics());
        }
        for (ChosenRule rule : chosen) {
            // A file of defs alone has nothing to be resolved.
            rule.name().ifPresent(name -> {
                Compilation compilation = compilation(rule, compilers.getOrDefault(rule, Descant.compiler()));
                for (Diagnostic each : compilation.diagnostics()) {
                    if (isOfThePlan(compilation, each)) {
                        ungenerated.add("  " + name + ": " + each.message());
                    } else {
                        found.add(each);
                    }
                }
            });
        }
        return found;
    }

    /** Java is not written for what is surely not too long. */
    private static Compilation compilation(ChosenRule rule, RuleCompiler compiler) {
        Compilation planned = rule.run(compiler, "plan");
        return planned.isLong() ? rule.run(compiler, "emit") : planned;
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

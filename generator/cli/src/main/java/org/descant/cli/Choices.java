package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.ir.OptionValue;

/** The {@code --option}s of a command line: choices that are made when a rule is compiled, for every rule that has one of the name. */
final class Choices {
    static final String DESCRIPTION = "An option of the rule, as in --option amsgrad=true.";

    private final List<Assignment> assignments;

    Choices(List<String> texts) {
        assignments =
                texts.stream().map(text -> Assignment.parse("--option", text)).toList();
    }

    /**
     * A compiler for each rule, told what concerns it.
     *
     * @throws CallException for what no rule knows, and what is no value
     * @throws org.descant.compiler.RuleException if there are choices, and a rule is wrong
     */
    List<RuleCompiler> compilers(List<ChosenRule> rules) {
        if (assignments.isEmpty()) {
            return rules.stream().map(rule -> Descant.compiler()).toList();
        }
        List<Map<String, OptionValue>> options =
                rules.stream().map(Choices::options).toList();
        assignments.forEach(assignment -> check(assignment, rules, options));
        List<RuleCompiler> compilers = new ArrayList<>();
        for (Map<String, OptionValue> known : options) {
            RuleCompiler compiler = Descant.compiler();
            for (Assignment assignment : assignments) {
                if (known.containsKey(assignment.name())) {
                    compiler = compiler.option(assignment.name(), assignment.value());
                }
            }
            compilers.add(compiler);
        }
        return compilers;
    }

    private static Map<String, OptionValue> options(ChosenRule rule) {
        Compilation resolved = rule.run(Descant.compiler(), "resolve");
        Workshop.throwIfWrong(resolved.diagnostics());
        return resolved.model().orElseThrow().options().stream()
                .collect(Collectors.toMap(OptionValue::name, option -> option, (a, b) -> a, TreeMap::new));
    }

    private static void check(Assignment assignment, List<ChosenRule> rules, List<Map<String, OptionValue>> options) {
        List<OptionValue> meant = options.stream()
                .filter(known -> known.containsKey(assignment.name()))
                .map(known -> known.get(assignment.name()))
                .toList();
        if (meant.isEmpty()) {
            throw unknown(assignment, rules, options);
        }
        for (OptionValue option : meant) {
            if (!option.takes(assignment.value())) {
                throw new CallException(
                        assignment + ": " + assignment.name() + " is " + option.expected(assignment.value()));
            }
        }
    }

    private static CallException unknown(
            Assignment assignment, List<ChosenRule> rules, List<Map<String, OptionValue>> options) {
        List<String> known = options.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .toList();
        String who =
                rules.size() == 1 ? rules.get(0).name().orElse("this file") + " has no" : "none of the rules has an";
        return CallException.unknown(
                assignment + ": " + who + " option '" + assignment.name() + "'", assignment.name(), known);
    }
}

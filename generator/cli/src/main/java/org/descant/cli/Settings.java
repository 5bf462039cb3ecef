package org.descant.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.descant.runtime.HyperDescription;
import org.descant.runtime.Optimizer;
import org.descant.runtime.RuleDescription;

/**
 * The {@code --set}s of a command line: values of hyperparameters, for every rule that has one of the name, or for one rule
 * ({@code adam.lr=0.01}).
 */
final class Settings {
    private final List<Assignment> assignments;

    Settings(List<String> texts) {
        assignments =
                texts.stream().map(text -> Assignment.parse("--set", text)).toList();
    }

    /**
     * Finds what no rule knows, and what is no value.
     *
     * @throws CallException for the first such
     */
    void check(List<RuleDescription> rules) {
        for (Assignment assignment : assignments) {
            List<RuleDescription> meant =
                    rules.stream().filter(rule -> concerns(assignment, rule)).toList();
            if (meant.isEmpty()) {
                throw unknown(assignment, rules);
            }
            for (RuleDescription rule : meant) {
                HyperDescription hyper = rule.hypers().get(rule.hyperIndex(hyperName(assignment, rule)));
                if (!hyper.range().contains(assignment.number())) {
                    throw new CallException(
                            assignment + ": " + hyper.name() + " of " + rule.name() + " is in " + hyper.range());
                }
            }
        }
    }

    /** Sets on an optimizer what concerns its rule; to be called after {@link #check}. */
    void apply(Optimizer optimizer) {
        for (Assignment assignment : assignments) {
            if (concerns(assignment, optimizer.description())) {
                optimizer.set(hyperName(assignment, optimizer.description()), assignment.number());
            }
        }
    }

    private static boolean concerns(Assignment assignment, RuleDescription rule) {
        return names(rule).contains(hyperName(assignment, rule));
    }

    /** The name of the hyperparameter, without that of the rule where it stands before it. */
    private static String hyperName(Assignment assignment, RuleDescription rule) {
        String prefix = rule.name().toLowerCase(Locale.ROOT) + ".";
        boolean qualified = assignment.name().toLowerCase(Locale.ROOT).startsWith(prefix);
        return qualified ? assignment.name().substring(prefix.length()) : assignment.name();
    }

    private static List<String> names(RuleDescription rule) {
        return rule.hypers().stream().map(HyperDescription::name).toList();
    }

    private static CallException unknown(Assignment assignment, List<RuleDescription> rules) {
        Set<String> known = new LinkedHashSet<>();
        rules.forEach(rule -> known.addAll(names(rule)));
        String who = rules.size() == 1 ? rules.get(0).name() + " has no" : "none of the rules has a";
        return CallException.unknown(
                assignment + ": " + who + " hyperparameter '" + assignment.name() + "'", assignment.name(), known);
    }
}

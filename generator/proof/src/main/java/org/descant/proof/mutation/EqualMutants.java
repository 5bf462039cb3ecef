package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mutants that compute the same as the rule wherever the trials look, each with the reason. They are listed in a text:
 *
 * <pre>
 * AdaBound: v is never negative, and x starts at 0
 * - x[t] = max(x[t-1], v[t])
 * + x[t] = max(x[t-1], abs(v[t]))
 * </pre>
 *
 * <p>A reason holds for all mutants below it up to the next one. Empty lines and lines that begin with {@code #} mean nothing.
 */
public final class EqualMutants {
    /** No mutant at all. */
    public static final EqualMutants NONE = new EqualMutants(Map.of());

    private static final Pattern HEADING = Pattern.compile("(\\w+): (.+)");

    private final Map<Listed, String> reasons;

    private record Listed(String rule, String difference) {
        @Override
        public String toString() {
            return rule + "\n" + difference;
        }
    }

    private EqualMutants(Map<Listed, String> reasons) {
        this.reasons = reasons;
    }

    /**
     * The mutants of a list.
     *
     * @throws IllegalArgumentException if a line is none of a reason, the change or a comment
     */
    public static EqualMutants parse(String text) {
        Map<Listed, String> reasons = new LinkedHashMap<>();
        String rule = "";
        String reason = "";
        List<String> change = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("- ") || line.startsWith("+ ")) {
                boolean next = line.startsWith("- ") && change.stream().anyMatch(earlier -> earlier.startsWith("+ "));
                if (next) {
                    change.clear();
                }
                change.add(line);
                // A change of several lines is put again with each of them; what was put before it was whole goes.
                reasons.remove(new Listed(rule, String.join("\n", change.subList(0, change.size() - 1))));
                reasons.put(new Listed(rule, String.join("\n", change)), reason);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Matcher heading = HEADING.matcher(line);
                if (!heading.matches()) {
                    throw new IllegalArgumentException(
                            "'" + line + "' is neither a rule with a reason, nor a change, nor a comment");
                }
                rule = heading.group(1);
                reason = heading.group(2);
                change.clear();
            }
        }
        return new EqualMutants(reasons);
    }

    /** Why a mutant of a rule is equal to it; empty if it is not listed. */
    Optional<String> reason(String rule, Mutant mutant) {
        return Optional.ofNullable(reasons.get(new Listed(rule, mutant.difference())));
    }

    /** What is listed but did not come out as equal in any of these runs: it is caught, or no mutant of its rule. */
    public List<String> unmet(Collection<MutationReport> reports) {
        Set<Listed> unmet = new LinkedHashSet<>(reasons.keySet());
        for (MutationReport report : reports) {
            report.of(Fate.EQUAL)
                    .forEach(outcome -> unmet.remove(
                            new Listed(report.rule(), outcome.mutant().difference())));
        }
        return unmet.stream().map(Listed::toString).toList();
    }
}

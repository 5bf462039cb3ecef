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
 * Mutants that are known to pass all trials, each with the reason: they are {@code equal} to the rule, whatever it is given, or
 * {@code unseen}, since no trial has what it would take. They are listed in a text:
 *
 * <pre>
 * equal Yogi: the divisor is 1 or -1, and dividing by it is multiplying with it
 * - v[t] = v[t-1] - (1 - beta2) * sign(v[t-1] - g^2) * g^2
 * + v[t] = v[t-1] - (1 - beta2) / sign(v[t-1] - g^2) * g^2
 * unseen SGDW: dampening is 0 in all recorded runs
 * - …
 * </pre>
 *
 * <p>A reason holds for all mutants below it up to the next one. Empty lines and lines that begin with {@code #} mean nothing.
 */
public final class KnownSurvivors {
    /** No mutant at all. */
    public static final KnownSurvivors NONE = new KnownSurvivors(Map.of());

    private static final Pattern HEADING = Pattern.compile("(equal|unseen) (\\w+): (.+)");

    private final Map<Change, Verdict> verdicts;

    private record Change(String rule, String difference) {}

    /** What is known of a mutant: {@link Fate#EQUAL} or {@link Fate#UNSEEN}, and why. */
    record Verdict(Fate fate, String reason) {}

    private KnownSurvivors(Map<Change, Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * The mutants of a list.
     *
     * @throws IllegalArgumentException if a line is none of a reason, a change or a comment
     */
    public static KnownSurvivors parse(String text) {
        Map<Change, Verdict> verdicts = new LinkedHashMap<>();
        String rule = "";
        Verdict verdict = new Verdict(Fate.EQUAL, "");
        List<String> change = new ArrayList<>();
        for (String line : (text + "\n").lines().toList()) {
            if (ends(change, line)) {
                verdicts.put(new Change(rule, String.join("\n", change)), verdict);
                change.clear();
            }
            Matcher heading = HEADING.matcher(line);
            if (line.startsWith("- ") || line.startsWith("+ ")) {
                change.add(line);
            } else if (heading.matches()) {
                rule = heading.group(2);
                verdict = new Verdict(heading.group(1).equals("equal") ? Fate.EQUAL : Fate.UNSEEN, heading.group(3));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(
                        "'" + line
                                + "' is neither a reason ('equal RULE: …', 'unseen RULE: …'), nor a change ('- …', '+ …'), nor a comment ('# …')");
            }
        }
        if (!change.isEmpty()) {
            verdicts.put(new Change(rule, String.join("\n", change)), verdict);
        }
        return new KnownSurvivors(verdicts);
    }

    /** Whether a change is whole before this line. */
    private static boolean ends(List<String> change, String line) {
        boolean whole = change.stream().anyMatch(earlier -> earlier.startsWith("+ "));
        return whole && !line.startsWith("+ ");
    }

    /** What is known of a mutant of a rule. */
    Optional<Verdict> verdict(String rule, Mutant mutant) {
        return Optional.ofNullable(verdicts.get(new Change(rule, mutant.difference())));
    }

    /** What is listed for the rule of a run but did not pass its trials: it is caught, or no mutant of the rule. */
    public List<String> unmet(MutationReport report) {
        return unmet(List.of(report)).stream()
                .filter(entry -> entry.startsWith(report.rule() + "\n"))
                .toList();
    }

    /** What is listed but passed no trials in any of these runs: it is caught, or no mutant of its rule. */
    public List<String> unmet(Collection<MutationReport> reports) {
        Set<Change> unmet = new LinkedHashSet<>(verdicts.keySet());
        for (MutationReport report : reports) {
            for (Outcome outcome : report.outcomes()) {
                if (outcome.fate() == Fate.EQUAL || outcome.fate() == Fate.UNSEEN) {
                    unmet.remove(new Change(report.rule(), outcome.mutant().difference()));
                }
            }
        }
        return unmet.stream()
                .map(change -> change.rule() + "\n" + change.difference())
                .toList();
    }
}

package org.descant.compiler.resolve.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.grammar.syntax.ShapeWord;

/** Words for messages, and the name that a misspelt one may have meant. */
public final class Words {
    /** Among more names, some are near by chance. */
    private static final int MOST_NAMES = 1000;

    private static final int MOST_OF_A_CYCLE = 10;

    private static final int MOST_LISTED = 30;

    private Words() {}

    public static String of(ShapeWord word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The known name that is nearest, if it is near enough to be meant. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (known.size() > MOST_NAMES) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = name.length() <= 2 ? 0 : name.length() <= 5 ? 1 : 2;
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= limit)
                .filter(other -> distance(wanted, other.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparing((String other) -> distance(wanted, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The question whether the nearest name is meant, if one is near enough. */
    public static Optional<String> question(String name, Collection<String> known) {
        return nearest(name, known).map(near -> "did you mean '" + near + "'?");
    }

    /** What to say where a name is not known: the nearest name or, where none is near, those there are; nothing where there are none. */
    public static Optional<String> instead(String name, Collection<String> known) {
        Optional<String> question = question(name, known);
        if (question.isPresent() || known.isEmpty()) {
            return question;
        }
        String more = known.size() > MOST_LISTED ? ", …" : "";
        String verb = known.size() == 1 ? "there is " : "there are ";
        return Optional.of(verb + known.stream().limit(MOST_LISTED).collect(Collectors.joining(", ")) + more);
    }

    /** Names that lead to one another and back to the first; of many, the first and the last few. */
    public static String cycle(List<String> names) {
        List<String> shown = new ArrayList<>(names);
        if (shown.size() > MOST_OF_A_CYCLE) {
            shown.subList(MOST_OF_A_CYCLE - 2, shown.size() - 1).clear();
            shown.add(MOST_OF_A_CYCLE - 2, "…");
        }
        return String.join(" → ", shown) + " → " + names.get(0);
    }

    /** How many letters must be put in, left out, exchanged or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}

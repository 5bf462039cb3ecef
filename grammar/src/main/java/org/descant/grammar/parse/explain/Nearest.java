package org.descant.grammar.parse.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that somebody may have meant. */
final class Nearest {
    private static final int MOST_CHANGES = 2;

    private Nearest() {}

    /** The word that the fewest letters added, left out or changed make of what was written: two at most. */
    static Optional<String> of(String written, List<String> words) {
        return words.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= MOST_CHANGES)
                .filter(word -> distance(written, word) <= Math.min(MOST_CHANGES, word.length() / 2))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

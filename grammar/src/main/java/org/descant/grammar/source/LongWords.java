package org.descant.grammar.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts names that nobody reads to the end, so that a message stays one sentence. */
final class LongWords {
    private static final int HEAD = 40;
    private static final int TAIL = 12;
    private static final Pattern LONG = Pattern.compile("[\\p{L}\\p{N}\\p{M}_.]{80,}");

    private LongWords() {}

    /** The text with the middle of every long word left out. */
    static String cut(String text) {
        return LONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shorten(found.group())));
    }

    private static String shorten(String word) {
        int head = word.offsetByCodePoints(0, Math.min(HEAD, word.codePointCount(0, word.length())));
        int tail = Math.max(head, word.length() - TAIL);
        boolean split = tail > head && Character.isLowSurrogate(word.charAt(tail));
        return word.substring(0, head) + "…" + word.substring(split ? tail + 1 : tail);
    }
}

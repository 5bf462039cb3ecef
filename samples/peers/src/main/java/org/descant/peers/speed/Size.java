package org.descant.peers.speed;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model of tensors that are all of one length. */
public record Size(int tensors, int length) {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,9})x)?(\\d{1,9})");

    private static final int LARGE = 1 << 24;

    public Size {
        if (tensors < 1 || length < 1 || (long) tensors * length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a model cannot have " + tensors + " tensors of " + length);
        }
    }

    /** Reads {@code 16000}, which is one tensor, or {@code 1000x100}, which are a thousand. */
    public static Size of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size is like 16000 or 1000x100, not " + text);
        }
        int tensors = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        return new Size(tensors, Integer.parseInt(matcher.group(2)));
    }

    /** Whether memory may hold two such models at a time, and no more, and a step takes long. */
    public boolean isLarge() {
        return elements() > LARGE;
    }

    /** The elements of all tensors. */
    public int elements() {
        return tensors * length;
    }

    @Override
    public String toString() {
        return tensors == 1
                ? String.format(Locale.ROOT, "%,d", length)
                : String.format(Locale.ROOT, "%,d × %,d", tensors, length);
    }
}

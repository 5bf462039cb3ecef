package org.descant.compiler.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a rule file inside an {@link ImportRoot}: plain segments, joined by slashes, the last of which ends in {@code .opt}. There
 * is no way to write one that leaves the root.
 */
public record ImportName(List<String> segments) {
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_+-][\\p{L}\\p{N}_+. -]*");

    public ImportName {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || !segments.stream().allMatch(ImportName::isPlain)) {
            throw new IllegalArgumentException("not the name of a rule file: " + segments);
        }
    }

    /** What an import names, or empty where it is absolute, climbs with {@code ..} or holds other than plain segments. */
    public static Optional<ImportName> parse(String text) {
        List<String> segments = List.of(text.split("/", -1));
        boolean plain = segments.stream().allMatch(ImportName::isPlain) && text.endsWith(".opt");
        return plain ? Optional.of(new ImportName(segments)) : Optional.empty();
    }

    private static boolean isPlain(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.contains("..");
    }

    /** The file of that name beside this one. */
    ImportName beside(ImportName other) {
        List<String> joined = new ArrayList<>(segments.subList(0, segments.size() - 1));
        joined.addAll(other.segments);
        return new ImportName(joined);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}

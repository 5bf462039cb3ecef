package org.descant.compiler.build;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A choice of files by patterns as Ant and Maven have them: {@code *} stands for anything but a slash, {@code **} for any number of folders,
 * {@code ?} for one character, and a pattern that ends in a slash for all that is below.
 *
 * @param includes those that are meant; all, if there are none
 * @param excludes those that are not meant all the same
 */
public record PathPatterns(List<String> includes, List<String> excludes) {
    /** All files. */
    public static final PathPatterns ALL = new PathPatterns(List.of(), List.of());

    private static final Pattern WILD = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?");

    public PathPatterns {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Whether a file is meant. */
    public boolean match(String path) {
        return (includes.isEmpty() || matchAny(includes, path)) && !matchAny(excludes, path);
    }

    private static boolean matchAny(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> path.matches(expression(pattern)));
    }

    private static String expression(String pattern) {
        String slashed = pattern.strip().replace('\\', '/');
        String whole = slashed.endsWith("/") ? slashed + "**" : slashed;
        StringBuilder expression = new StringBuilder();
        int end = 0;
        Matcher wild = WILD.matcher(whole);
        while (wild.find()) {
            expression.append(Pattern.quote(whole.substring(end, wild.start()))).append(meaning(wild.group()));
            end = wild.end();
        }
        return expression.append(Pattern.quote(whole.substring(end))).toString();
    }

    private static String meaning(String wild) {
        return switch (wild) {
            case "**/" -> "(?:.*/)?";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> "[^/]";
        };
    }
}

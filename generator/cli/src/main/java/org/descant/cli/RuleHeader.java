package org.descant.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What the documentation of a library rule begins with.
 *
 * @param summary what the rule is, without its name and full stop
 * @param source the paper, or the library whose variant it is; empty where none is named
 */
record RuleHeader(String summary, String source) {
    private static final String SOURCE = "Source: ";

    /** Reads {@code Adam: adaptive moment estimation.} and, on lines of its own, {@code Source: Kingma & Ba (2015).} */
    static RuleHeader of(String name, String doc) {
        List<String> source = new ArrayList<>();
        List<String> lines = doc.lines().toList();
        for (String line : lines) {
            boolean begins = line.startsWith(SOURCE);
            boolean otherEntry = !begins && line.matches("[A-Z][a-z]+: .*");
            if (begins) {
                source.add(line.substring(SOURCE.length()));
            } else if (otherEntry && !source.isEmpty()) {
                break;
            } else if (!source.isEmpty()) {
                source.add(line);
            }
        }
        String first = lines.isEmpty() ? "" : lines.get(0);
        String summary = first.startsWith(name + ": ") ? first.substring(name.length() + 2) : first;
        return new RuleHeader(withoutFullStop(summary), withoutFullStop(String.join(" ", source)));
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

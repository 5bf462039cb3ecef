package org.descant.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their widest entry; columns that are numbers are flush right. */
final class Table {
    private static final String GAP = "  ";

    private final List<Boolean> numeric = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; a heading that begins with {@code >} makes a column of numbers. */
    Table(String... headings) {
        List<String> first = new ArrayList<>();
        for (String heading : headings) {
            boolean number = heading.startsWith(">");
            numeric.add(number);
            first.add(number ? heading.substring(1) : heading);
        }
        rows.add(first);
    }

    void add(String... entries) {
        if (entries.length != numeric.size()) {
            throw new IllegalArgumentException(
                    entries.length + " entries in a table of " + numeric.size() + " columns");
        }
        rows.add(List.of(entries));
    }

    /** The lines, headings first, without spaces at their ends. */
    List<String> lines() {
        int[] widths = new int[numeric.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : GAP).append(numeric.get(i) ? padding + row.get(i) : row.get(i) + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String entry) {
        return entry.codePointCount(0, entry.length());
    }
}

package org.descant.peers.speed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells as a table in Markdown whose columns are as wide in the text. All but the first are numbers. */
record Grid(List<List<String>> rows) {
    String text() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        String rule = IntStream.range(0, widths.size())
                .mapToObj(column ->
                        column == 0 ? "-".repeat(widths.get(column) + 2) : "-".repeat(widths.get(column) + 1) + ":")
                .collect(Collectors.joining("|", "|", "|\n"));
        StringBuilder text = new StringBuilder(line(rows.get(0), widths)).append(rule);
        rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String gap = " ".repeat(widths.get(column) - row.get(column).length());
                    return column == 0 ? row.get(column) + gap : gap + row.get(column);
                })
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

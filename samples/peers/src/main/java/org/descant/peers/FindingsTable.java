package org.descant.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings for people: for each library a table of what its optimizers are, and where they part from what they are called. */
final class FindingsTable {
    private FindingsTable() {}

    static String of(List<Finding> findings) {
        Map<String, List<Finding>> byLibrary = findings.stream()
                .collect(Collectors.groupingBy(Finding::library, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byLibrary.forEach((library, found) -> {
            text.append(library).append(": ").append(count(found)).append("\n\n");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("optimizer", "by its name", "verdict", "it is", "first difference"));
            found.forEach(finding -> rows.add(row(finding)));
            text.append(table(rows)).append('\n');
        });
        return text.toString();
    }

    private static String count(List<Finding> found) {
        Map<String, Long> verdicts = found.stream()
                .collect(Collectors.groupingBy(
                        finding ->
                                finding.identity().accept(new IdentityWords("")).get(0),
                        Collectors.counting()));
        return found.size() + " optimizers, same " + verdicts.getOrDefault("same", 0L) + ", differs "
                + verdicts.getOrDefault("differs", 0L) + ", throws " + verdicts.getOrDefault("throws", 0L);
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> "    " + line(row, widths) + "\n").collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static List<String> row(Finding finding) {
        Peer peer = finding.peer();
        List<String> row = new ArrayList<>(List.of(peer.name(), peer.rule()));
        row.addAll(finding.identity().accept(new IdentityWords(peer.rule())));
        return row;
    }
}

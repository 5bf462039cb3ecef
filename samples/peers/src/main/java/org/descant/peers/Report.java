package org.descant.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;

/** The findings for people: for each library a table of what its optimizers are, and where they part from what they are called. */
final class Report {
    private Report() {}

    static String text(List<Finding> findings) {
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
        long same = found.stream()
                .filter(finding -> finding.verdict() instanceof Verdict.Same)
                .count();
        long broken = found.stream()
                .filter(finding -> finding.verdict() instanceof Verdict.Throws)
                .count();
        return found.size() + " optimizers, same " + same + ", differs " + (found.size() - same - broken) + ", throws "
                + broken;
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
        if (finding.verdict() instanceof Verdict.Same same) {
            row.addAll(List.of("same", peer.rule(), same.largest() == 0 ? "none" : "none (" + share(same) + ")"));
        } else if (finding.verdict() instanceof Verdict.Differs differs) {
            row.addAll(List.of("differs", is(differs), where(differs.parting())));
        } else if (finding.verdict() instanceof Verdict.Throws thrown) {
            row.addAll(List.of("throws", "nothing that runs", thrown.thrown().toString()));
        }
        return row;
    }

    private static String share(Verdict.Same same) {
        return String.format(Locale.ROOT, "%.0e of the largest value", same.largest());
    }

    private static String is(Verdict.Differs differs) {
        return differs.is().isEmpty() ? "no rule that is known here" : String.join(", ", differs.is());
    }

    private static String where(Parting parting) {
        NumberPair numbers = parting.first().numbers();
        return String.format(
                Locale.ROOT,
                "step %d, %s%s: %s, not %s%s",
                parting.step(),
                parting.tensor(),
                parting.index(),
                numbers.decimal(numbers.actual()),
                numbers.decimal(numbers.expected()),
                numbers.ulps().isPresent()
                        ? String.format(
                                Locale.ROOT, ", %,d ulps", numbers.ulps().getAsLong())
                        : "");
    }
}

package org.descant.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.speed.Ratio;
import org.descant.speed.Stopwatch;

/** Times of rules in both modes as a table in Markdown: those that gain most on the first size first, and the median at the end. */
final class RelaxedTable {
    private final List<List<Ratio>> rules = new ArrayList<>();

    /** @param sizes the same rule on models of several sizes */
    void add(List<Ratio> sizes) {
        rules.add(List.copyOf(sizes));
    }

    String text() {
        if (rules.isEmpty()) {
            return "relaxed changes none of these rules\n";
        }
        int sizes = rules.get(0).size();
        StringBuilder text = new StringBuilder("| rule |");
        rules.get(0)
                .forEach(ratio -> text.append(String.format(
                        Locale.ROOT, " %1$,d: strict, ns | relaxed, ns | strict / relaxed |", ratio.elements())));
        text.append("\n|---|").append("---:|".repeat(3 * sizes)).append('\n');
        rules.stream()
                .sorted(Comparator.comparing((List<Ratio> rule) -> -rule.get(0).ratio()))
                .forEach(rule -> text.append(row(rule)));
        text.append("| median |");
        IntStream.range(0, sizes)
                .mapToObj(size ->
                        rules.stream().map(rule -> rule.get(size).ratio()).toList())
                .forEach(ratios -> text.append(" | | ")
                        .append(String.format(Locale.ROOT, "%.2f", Stopwatch.median(ratios)))
                        .append(" |"));
        return text.append('\n').toString();
    }

    private static String row(List<Ratio> rule) {
        return rule.stream()
                .map(ratio -> String.format(
                        Locale.ROOT, "%.3f | %.3f | %.2f |", ratio.nanos(), ratio.otherNanos(), ratio.ratio()))
                .collect(Collectors.joining(" ", "| " + rule.get(0).rule() + " | ", "\n"));
    }
}

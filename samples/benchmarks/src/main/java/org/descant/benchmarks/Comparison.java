package org.descant.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** What rounds of measurements say: for each rule and size the time of both forms, and what one takes as a share of the other. */
final class Comparison {
    private static final String GENERATED = "generated";

    private final Map<Case, List<Pair>> rounds = new LinkedHashMap<>();

    private record Case(String rule, int elements) {}

    /** Nanoseconds per step of both forms, measured one after the other. */
    private record Pair(double generated, double passes) {}

    /** Takes one round, which has both forms of every case. */
    void add(Collection<RunResult> round) {
        Map<Case, Double> generated = times(round, true);
        Map<Case, Double> passes = times(round, false);
        generated.forEach((each, time) -> rounds.computeIfAbsent(each, unused -> new ArrayList<>())
                .add(new Pair(time, passes.getOrDefault(each, Double.NaN))));
    }

    private static Map<Case, Double> times(Collection<RunResult> round, boolean generated) {
        Map<Case, Double> times = new LinkedHashMap<>();
        for (RunResult result : round) {
            if (result.getParams().getBenchmark().endsWith("." + GENERATED) == generated) {
                Case each = new Case(
                        result.getParams().getParam("workload"),
                        Integer.parseInt(result.getParams().getParam("elements")));
                times.put(each, result.getPrimaryResult().getScore());
            }
        }
        return times;
    }

    /** A line for each case: medians of the rounds. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%-15s %12s %16s %16s %22s%n",
                "rule", "elements", "generated, ns", "passes, ns", "generated / passes"));
        rounds.forEach((each, pairs) -> table.append(String.format(
                "%-15s %,12d %16.3f %16.3f %22.2f%n",
                each.rule().toLowerCase(Locale.ROOT),
                each.elements(),
                median(pairs.stream().map(Pair::generated).toList()) / each.elements(),
                median(pairs.stream().map(Pair::passes).toList()) / each.elements(),
                median(pairs.stream()
                        .map(pair -> pair.generated() / pair.passes())
                        .toList()))));
        return table.append("Times are per element of the model.\n").toString();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

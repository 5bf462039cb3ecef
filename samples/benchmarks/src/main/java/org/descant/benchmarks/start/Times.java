package org.descant.benchmarks.start;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured several times.
 *
 * @param what for people
 * @param name for machines
 * @param millis all times, in the order in which they were taken
 */
record Times(String what, String name, List<Double> millis) {
    Times {
        millis = List.copyOf(millis);
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Double> sorted() {
        return millis.stream().sorted().toList();
    }

    /** One line for each, in milliseconds. */
    static String table(List<Times> all) {
        String lines = all.stream()
                .map(times -> String.format(
                        Locale.ROOT,
                        "%-60s %8.1f %8.1f %8.1f %6d%n",
                        times.what(),
                        times.median(),
                        times.sorted().get(0),
                        times.sorted().get(times.millis().size() - 1),
                        times.millis().size()))
                .collect(Collectors.joining());
        return String.format("%-60s %8s %8s %8s %6s%n", "milliseconds", "median", "least", "most", "times") + lines;
    }

    /** The same with every time. */
    static String json(List<Times> all) {
        return all.stream()
                .map(times -> String.format(
                        Locale.ROOT,
                        "  {\"name\": \"%s\", \"medianMillis\": %.3f, \"millis\": [%s]}",
                        times.name(),
                        times.median(),
                        times.millis().stream()
                                .map(each -> String.format(Locale.ROOT, "%.3f", each))
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}

package org.descant.peers.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as tables in Markdown that read well as text: for each workload a line for each contender and a column for each size. */
final class SpeedTable {
    private static final String GAP = "";

    private final List<Result> results;

    SpeedTable(List<Result> results) {
        this.results = List.copyOf(results);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Workload workload : Workload.values()) {
            List<Result> own = results.stream()
                    .filter(result -> result.workload() == workload)
                    .toList();
            if (!own.isEmpty()) {
                text.append(workload.title()).append("\n\n").append(new Grid(rows(own)).text());
                text.append('\n').append(notes(own));
            }
        }
        return text.toString();
    }

    private static List<List<String>> rows(List<Result> results) {
        List<Size> sizes = results.stream().map(Result::size).distinct().toList();
        List<String> names = results.stream().map(Result::contender).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("time as a multiple of " + names.get(0)));
        sizes.forEach(size -> head.add(size.toString()));
        head.add("bytes a step");
        rows.add(head);
        rows.add(nanos(results, names.get(0), sizes));
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            sizes.forEach(size -> row.add(cell(results, name, size)));
            row.add(allocated(results, name));
            rows.add(row);
        }
        return rows;
    }

    /** The yardstick in nanoseconds. */
    private static List<String> nanos(List<Result> results, String name, List<Size> sizes) {
        List<String> row = new ArrayList<>(List.of(name + ", ns for each element"));
        for (Size size : sizes) {
            row.add(timed(results, name, size).stream()
                    .map(timed -> String.format(Locale.ROOT, "%.3f", timed.nanos()))
                    .findFirst()
                    .orElse(GAP));
        }
        row.add(GAP);
        return row;
    }

    private static String cell(List<Result> results, String name, Size size) {
        return timed(results, name, size).stream()
                .map(timed -> ratio(timed.ratio()) + (timed.isOther() ? "*" : ""))
                .findFirst()
                .orElse("–");
    }

    private static List<Result.Timed> timed(List<Result> results, String name, Size size) {
        return results.stream()
                .filter(Result.Timed.class::isInstance)
                .map(Result.Timed.class::cast)
                .filter(timed -> timed.contender().equals(name) && timed.size().equals(size))
                .toList();
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 3 ? "%.2f" : ratio < 30 ? "%.1f" : "%,.0f", ratio);
    }

    /** What a step allocates on the smallest and on the largest number of tensors. */
    private static String allocated(List<Result> results, String name) {
        List<Result.Timed> own = results.stream()
                .filter(Result.Timed.class::isInstance)
                .map(Result.Timed.class::cast)
                .filter(timed -> timed.contender().equals(name))
                .sorted(Comparator.comparing(timed -> timed.size().tensors()))
                .toList();
        if (own.isEmpty()) {
            return "–";
        }
        String least = bytes(own.get(0).allocated());
        String most = bytes(own.get(own.size() - 1).allocated());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f", bytes);
    }

    /** Each reason once, with the sizes that it holds for. */
    private static String notes(List<Result> results) {
        StringBuilder notes = new StringBuilder();
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Result result : results) {
            if (result instanceof Result.Failed failed) {
                reasons.computeIfAbsent(failed.contender() + ": " + failed.reason(), unused -> new ArrayList<>())
                        .add(failed.size().toString());
            }
        }
        reasons.forEach((reason, sizes) -> notes.append("– ")
                .append(reason)
                .append(" (")
                .append(String.join("; ", sizes))
                .append(")\n"));
        if (results.stream().anyMatch(result -> result instanceof Result.Timed timed && timed.isOther())) {
            notes.append("* computes something else than the workload says\n");
        }
        return notes.isEmpty() ? "" : notes.append('\n').toString();
    }
}

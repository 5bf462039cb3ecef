package org.descant.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.descant.speed.Speed;
import org.descant.speed.twin.Gcc;

/** What was measured, a line for each rule and size, to be printed as it comes; as JSON, format {@code descant-bench/1}; and as Markdown. */
final class BenchTable {
    /** Below it, vector instructions or none make no difference that could be told from noise. */
    private static final double VECTOR = 1.3;

    /** Below it, what the Vector API brings could not be told from noise. */
    private static final double FASTER = 1.1;

    private static final List<String> HEAD =
            List.of("rule", "parameters", "ns for each", "GB/s", "of memory", "of C", "vector code", "Vector API");

    private static final int OF_C = 5;

    private final List<List<String>> rows = new ArrayList<>();
    private final int width;
    private final boolean withC;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ArrayNode measured = mapper.createArrayNode();

    BenchTable(List<ChosenRule> rules, boolean withC) {
        width = rules.stream()
                .mapToInt(rule -> rule.name().orElse("").length())
                .max()
                .orElse(0);
        this.withC = withC;
    }

    List<String> head() {
        return List.of(line(HEAD));
    }

    private String line(List<String> cells) {
        String rule = cells.get(0);
        List<String> all = new ArrayList<>(cells);
        all.set(0, rule + " ".repeat(Math.max(0, Math.max(width, "rule".length()) - rule.length())));
        if (!withC) {
            all.set(OF_C, "");
        }
        return String.format(Locale.ROOT, "%s  %11s  %11s  %6s  %9s  %6s  %-18s  %s", all.toArray())
                .stripTrailing();
    }

    String row(Speed speed, OtherTimes others) {
        add(speed, others);
        List<String> cells = List.of(
                speed.rule(),
                String.format(Locale.ROOT, "%,d", speed.elements()),
                String.format(Locale.ROOT, "%.3f", speed.nanos()),
                String.format(Locale.ROOT, "%.1f", speed.bandwidth()),
                String.format(Locale.ROOT, "%.2f", speed.limitShare()),
                speed.cShare()
                        .map(share -> String.format(Locale.ROOT, "%.2f", share))
                        .orElse(""),
                others.scalar(speed.rule())
                        .map(time -> faster(time / speed.nanos(), VECTOR, "no"))
                        .orElse(""),
                vectors(speed.rule(), others));
        rows.add(cells);
        return line(cells);
    }

    private static String vectors(String rule, OtherTimes others) {
        return others.vectors(rule)
                .map(gain -> gain.ratio() * FASTER < 1
                        ? String.format(Locale.ROOT, "%.1f times as slow", 1 / gain.ratio())
                        : faster(gain.ratio(), FASTER, "no faster"))
                .orElse(others.hasNoForm(rule) ? "none" : "");
    }

    private static String faster(double times, double least, String not) {
        return times < least ? not : String.format(Locale.ROOT, "%.1f times as fast", times);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("");
        notes.add("of memory: 1 is the speed of a rule that moves as many numbers and does next to nothing with them");
        if (withC) {
            notes.add("of C: 1 is the speed of the same equations by gcc " + String.join(" ", Gcc.FLAGS));
        }
        notes.add("vector code: beside the same class in a JVM without vector instructions");
        notes.add("Vector API: with its vector form beside the class alone, in one JVM started with --add-modules"
                + " jdk.incubator.vector; none: there is no such form");
        return notes;
    }

    private void add(Speed speed, OtherTimes others) {
        ObjectNode node = measured.addObject();
        node.put("rule", speed.rule());
        node.put("type", speed.type().javaName());
        node.put("parameters", speed.elements());
        node.put("nanos", speed.nanos());
        node.put("moved", speed.moved());
        node.put("gigabytesPerSecond", speed.bandwidth());
        node.put("limitNanos", speed.limit());
        node.put("shareOfLimit", speed.limitShare());
        speed.c().ifPresent(c -> node.put("cNanos", c));
        speed.cShare().ifPresent(share -> node.put("shareOfC", share));
        others.scalar(speed.rule()).ifPresent(time -> node.put("scalarNanos", time));
        others.vectors(speed.rule()).ifPresent(gain -> {
            node.put("vectorNanos", gain.nanos());
            node.put("timesAsFastWithVectors", gain.ratio());
        });
        if (others.hasNoForm(speed.rule())) {
            node.put("hasVectorForm", false);
        }
    }

    private static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }

    String markdown(String type) {
        StringBuilder text = new StringBuilder(java() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; " + type + ", one thread\n\n");
        text.append(markdown(HEAD))
                .append("|---")
                .append("|---:".repeat(HEAD.size() - 1))
                .append("|\n");
        rows.forEach(row -> text.append(markdown(row)));
        notes().stream().skip(1).forEach(note -> text.append("\n").append(note).append("\n"));
        return text.toString();
    }

    private static String markdown(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    String json() {
        ObjectNode root = mapper.createObjectNode();
        root.put("format", "descant-bench/1");
        root.put("java", java());
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("flagsOfC", String.join(" ", Gcc.FLAGS));
        root.set("rules", measured);
        return root.toPrettyString();
    }
}

package org.descant.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.compiler.build.FileProblem;
import org.descant.speed.Speed;
import org.descant.speed.twin.Gcc;

/** What was measured, a line for each rule and size, to be printed as it comes; and as JSON, format {@code descant-bench/1}. */
final class BenchTable {
    /** Below it, vector instructions or none make no difference that could be told from noise. */
    private static final double VECTOR = 1.3;

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
        return List.of(
                line("rule", "parameters", "ns for each", "GB/s", "of memory", withC ? "of C" : "", "vector code"));
    }

    private String line(String rule, String... rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = rule + " ".repeat(Math.max(0, Math.max(width, "rule".length()) - rule.length()));
        System.arraycopy(rest, 0, all, 1, rest.length);
        return String.format(Locale.ROOT, "%s  %11s  %11s  %6s  %9s  %6s  %s", all)
                .stripTrailing();
    }

    /** @param scalar what the rule takes without vector instructions; nothing where that was not measured */
    String row(Speed speed, Optional<Double> scalar) {
        add(speed, scalar);
        return line(
                speed.rule(),
                String.format(Locale.ROOT, "%,d", speed.elements()),
                String.format(Locale.ROOT, "%.3f", speed.nanos()),
                String.format(Locale.ROOT, "%.1f", speed.bandwidth()),
                String.format(Locale.ROOT, "%.2f", speed.limitShare()),
                speed.cShare()
                        .map(share -> String.format(Locale.ROOT, "%.2f", share))
                        .orElse(""),
                scalar.map(time -> vector(time / speed.nanos())).orElse(""));
    }

    private static String vector(double times) {
        return times < VECTOR ? "no" : String.format(Locale.ROOT, "%.1f times as fast", times);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("");
        notes.add("of memory: 1 is the speed of a rule that moves as many numbers and does next to nothing with them");
        if (withC) {
            notes.add("of C: 1 is the speed of the same equations by gcc " + String.join(" ", Gcc.FLAGS));
        }
        notes.add("vector code: beside the same class in a JVM without vector instructions");
        return notes;
    }

    private void add(Speed speed, Optional<Double> scalar) {
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
        scalar.ifPresent(time -> node.put("scalarNanos", time));
    }

    void writeJson(Path file) {
        ObjectNode root = mapper.createObjectNode();
        root.put("format", "descant-bench/1");
        root.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("flagsOfC", String.join(" ", Gcc.FLAGS));
        root.set("rules", measured);
        try {
            mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        } catch (IOException unwritable) {
            throw new CallException(file + " cannot be written: " + FileProblem.of(unwritable));
        }
    }
}

package org.descant.harness.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.descant.harness.compare.Deviation;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;
import org.descant.harness.compare.RunResult;

/**
 * A report for machines: the format {@code descant-report/1}.
 *
 * <pre>
 * format, title, verdict (good or differs)
 * rows[]: rule, against, verdict (good, differs, failed, skipped), tolerance, source, equations, untested[], alike[][]
 *   checks[]: name, verdict, message, and where a comparison was made expected, actual,
 *     deviations[]: quantity, tensor, seen, scale, difference, exhausted (the largest share of what was allowed), step, element
 *     parting: step, tensor, shape[], index[], agreed[], given{}, computed{}, guesses[],
 *       parted[]: quantity, element, expected, actual, expectedBits, actualBits, absolute, relative, ulps, allowed, beyond, count
 * </pre>
 *
 * <p>A NaN or an infinity is the string {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}; what is not there is left out. An
 * {@code allowed} below 0 says that the same bits were wanted.
 */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** The report as an indented object, without a line end at its end. */
    public static String of(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "descant-report/1").put("title", report.title());
        root.put("verdict", report.isGood() ? Verdict.GOOD.word() : Verdict.DIFFERS.word());
        ArrayNode rows = root.putArray("rows");
        report.rows().forEach(row -> write(row, rows.addObject()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(ReportRow row, ObjectNode node) {
        node.put("rule", row.rule()).put("against", row.against());
        node.put("verdict", row.verdict().word());
        if (!Double.isNaN(row.tolerance())) {
            node.put("tolerance", row.tolerance());
        }
        putText(node, "source", row.source());
        putText(node, "equations", row.equations());
        if (!row.untested().isEmpty()) {
            row.untested().forEach(node.putArray("untested")::add);
        }
        if (!row.alike().isEmpty()) {
            ArrayNode alike = node.putArray("alike");
            row.alike().forEach(group -> group.forEach(alike.addArray()::add));
        }
        ArrayNode checks = node.putArray("checks");
        row.checks().forEach(check -> write(check, checks.addObject()));
    }

    private static void write(Check check, ObjectNode node) {
        node.put("name", check.name()).put("verdict", check.verdict().word());
        putText(node, "message", check.message());
        check.result().ifPresent(result -> write(result, node));
    }

    private static void write(RunResult result, ObjectNode node) {
        node.put("expected", result.expected()).put("actual", result.actual());
        ArrayNode deviations = node.putArray("deviations");
        result.deviations().forEach(deviation -> write(deviation, deviations.addObject()));
        result.parting().ifPresent(parting -> write(parting, node.putObject("parting")));
    }

    private static void write(Deviation deviation, ObjectNode node) {
        node.put("quantity", deviation.quantity())
                .put("tensor", deviation.tensor())
                .put("seen", deviation.seen());
        put(node, "scale", deviation.scale());
        put(node, "difference", deviation.difference());
        put(node, "exhausted", deviation.exhausted());
        if (deviation.worst().step() > 0) {
            node.put("step", deviation.worst().step())
                    .put("element", deviation.worst().element());
        }
    }

    private static void write(Parting parting, ObjectNode node) {
        node.put("step", parting.step()).put("tensor", parting.tensor());
        parting.shape().forEach(node.putArray("shape")::add);
        parting.index().forEach(node.putArray("index")::add);
        parting.agreed().forEach(node.putArray("agreed")::add);
        put(node.putObject("given"), parting.given());
        put(node.putObject("computed"), parting.computed());
        parting.guesses().forEach(node.putArray("guesses")::add);
        ArrayNode parted = node.putArray("parted");
        parting.parted().forEach(each -> write(each, parted.addObject()));
    }

    private static void write(Parting.Parted parted, ObjectNode node) {
        NumberPair numbers = parted.numbers();
        node.put("quantity", parted.quantity()).put("element", parted.element());
        put(node, "expected", numbers.expected());
        put(node, "actual", numbers.actual());
        node.put("expectedBits", PartingText.hex(numbers, numbers.expected()));
        node.put("actualBits", PartingText.hex(numbers, numbers.actual()));
        put(node, "absolute", numbers.absolute());
        put(node, "relative", numbers.relative());
        numbers.ulps().ifPresent(ulps -> node.put("ulps", ulps));
        put(node, "allowed", parted.allowed());
        node.put("beyond", parted.beyond()).put("count", parted.count());
    }

    private static void put(ObjectNode node, Map<String, Double> values) {
        values.forEach((name, value) -> put(node, name, value));
    }

    private static void put(ObjectNode node, String name, double number) {
        if (Double.isFinite(number)) {
            node.put(name, number);
        } else {
            node.put(name, Double.toString(number));
        }
    }

    private static void putText(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}

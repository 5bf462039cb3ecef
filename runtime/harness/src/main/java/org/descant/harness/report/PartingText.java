package org.descant.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;
import org.descant.runtime.ElementType;

/** Where a run parts from what is expected, in lines of text. */
final class PartingText {
    private static final int WIDTH = 110;

    private PartingText() {}

    static List<String> of(Parting parting) {
        List<String> lines = new ArrayList<>();
        Parting.Parted first = parting.first();
        lines.add(headline(parting));
        lines.add("");
        lines.addAll(numbers(first));
        if (!parting.guesses().isEmpty()) {
            lines.add("");
            parting.guesses().forEach(guess -> lines.add("it looks as if " + guess));
        }
        lines.add("");
        parted(parting).forEach(lines::add);
        lines.addAll(wrapped("given     ", parting.given()));
        lines.addAll(wrapped("computed  ", parting.computed()));
        return lines;
    }

    /** {@code step 2, tensor layer1.weight, element [0, 2]: v parts first, in 15 of 15 elements}. */
    static String headline(Parting parting) {
        Parting.Parted first = parting.first();
        String element = parting.index().isEmpty()
                ? (first.count() == 1 ? "" : ", number " + first.element())
                : ", element " + parting.index();
        String extent = first.count() == 1 ? "" : ", in " + first.beyond() + " of " + first.count() + " places";
        String tensor = parting.tensor().isEmpty() ? "" : ", tensor " + parting.tensor();
        return "step " + parting.step() + tensor + element + ": " + meaning(first.quantity()) + " parts first" + extent;
    }

    static String meaning(String quantity) {
        return quantity.equals("at") ? "the point where the gradient is asked for" : quantity;
    }

    private static List<String> numbers(Parting.Parted first) {
        NumberPair numbers = first.numbers();
        String expected = numbers.decimal(numbers.expected());
        String came = numbers.decimal(numbers.actual());
        int width = Math.max(expected.length(), came.length());
        return List.of(
                "expected  " + pad(expected, width) + "  " + hex(numbers, numbers.expected()),
                "came      " + pad(came, width) + "  " + hex(numbers, numbers.actual()),
                "error     " + ReportNumbers.error(numbers.absolute()) + " absolute, "
                        + ReportNumbers.error(numbers.relative()) + " relative, "
                        + ReportNumbers.ulps(numbers.ulps()) + "; " + allowed(first.allowed()));
    }

    static String allowed(double allowed) {
        return allowed < 0 ? "the same bits are wanted" : "allowed is " + ReportNumbers.error(allowed) + " absolute";
    }

    /** A recorded double has bits that are no float's. */
    static String hex(NumberPair numbers, double number) {
        boolean narrow = numbers.type() == ElementType.FLOAT && Double.compare((float) number, number) == 0;
        String bits = narrow || numbers.type() == ElementType.DOUBLE
                ? numbers.bits(number)
                : new NumberPair(ElementType.DOUBLE, number, number).bits(number);
        return (narrow ? Float.toHexString((float) number) : Double.toHexString(number)) + "  0x" + bits;
    }

    private static List<String> parted(Parting parting) {
        List<String> lines = new ArrayList<>();
        String parted = parting.parted().stream()
                .map(each -> each.quantity() + " ("
                        + ReportNumbers.error(each.numbers().relative()) + " relative)")
                .collect(Collectors.joining(", "));
        lines.add("parts     " + parted);
        if (!parting.agreed().isEmpty()) {
            lines.add("agrees    " + String.join(", ", parting.agreed()));
        }
        return lines;
    }

    private static List<String> wrapped(String label, Map<String, Double> values) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        boolean first = true;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            String text = value.getKey() + " = " + ReportNumbers.exact(value.getValue());
            if (!first && line.length() + text.length() + 3 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(label.length()));
                first = true;
            }
            line.append(first ? "" : "   ").append(text);
            first = false;
        }
        if (!values.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

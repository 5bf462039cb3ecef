package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A case in which two rules differ, as small as it gets; the values are those of the element that shows it.
 *
 * @param elements how many elements the model has; one, unless it takes more
 * @param start w[0]
 * @param gradients one for each step
 * @param hypers what both are set to, for each step, under the names of the first rule
 * @param left the parameter after the last step in the first rule
 * @param right in the second
 * @param bound how far rounding could have taken them apart; infinite where one of them is no number
 * @param quantities the values of the equations in the last step, in the order of the first rule
 * @param first the first quantity of one name that differs, and in which step
 */
public record CounterExample(
        int elements,
        double start,
        List<Double> gradients,
        List<Map<String, Double>> hypers,
        double left,
        double right,
        double bound,
        List<Quantity> quantities,
        Optional<FirstDifference> first) {
    /** Where two rules that name things alike part. */
    public record FirstDifference(String name, int step, double left, double right) {}

    public CounterExample {
        gradients = List.copyOf(gradients);
        hypers = List.copyOf(hypers);
        quantities = List.copyOf(quantities);
    }

    public int steps() {
        return gradients.size();
    }

    /** All of it, for people. */
    public String text(String leftName, String rightName) {
        List<String> lines = new ArrayList<>();
        lines.add("after " + (steps() == 1 ? "1 step" : steps() + " steps") + " of "
                + (elements == 1 ? "one element" : "an element of " + elements) + " with w[0] = " + start + " and g = "
                + String.join(", ", gradients.stream().map(String::valueOf).toList()));
        lines.addAll(settings());
        lines.add("  w = " + left + " in " + leftName);
        lines.add("  w = " + right + " in " + rightName);
        lines.add("  rounding explains "
                + (Double.isInfinite(bound) ? "no value that is not a number" : "%.2g".formatted(bound)));
        first.ifPresent(found -> lines.add("the first quantity that differs is '" + found.name() + "', in step "
                + found.step() + ": " + found.left() + " and " + found.right()));
        for (Quantity quantity : quantities) {
            lines.add("  %-12s %-24s %-24s%s"
                    .formatted(
                            quantity.name(),
                            quantity.left().map(String::valueOf).orElse("-"),
                            quantity.right().map(String::valueOf).orElse("-"),
                            quantity.differs() ? " <" : "")
                    .stripTrailing());
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> settings() {
        boolean constant = hypers.stream().distinct().count() <= 1;
        List<String> lines = new ArrayList<>();
        for (int step = 0; step < (constant ? Math.min(1, hypers.size()) : hypers.size()); step++) {
            String when = constant ? "" : "in step " + (step + 1) + " ";
            Map<String, Double> sorted = new TreeMap<>(hypers.get(step));
            if (!sorted.isEmpty()) {
                lines.add("  " + when + "with "
                        + String.join(
                                ", ",
                                sorted.entrySet().stream()
                                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                                        .toList()));
            }
        }
        return lines;
    }
}

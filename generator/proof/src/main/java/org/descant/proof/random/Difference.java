package org.descant.proof.random;

import java.util.List;

/**
 * Where a run first leaves the one that it is compared with.
 *
 * @param what the parameter, state or output, of which tensor
 * @param element its place, or -1 where the whole run differs
 * @param made what was computed, in decimal and hex
 * @param expected what should have been
 * @param inputs what the step was given: one line for each
 */
public record Difference(String what, int step, int element, String made, String expected, List<String> inputs) {
    public Difference {
        inputs = List.copyOf(inputs);
    }

    /** All of it, for people. */
    public String text() {
        String place = element < 0 ? "" : ", element " + element;
        return "step " + step + ", " + what + place + "\n  made     " + made + "\n  expected " + expected + "\n"
                + String.join(
                        "", inputs.stream().map(line -> "  " + line + "\n").toList());
    }
}

package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says what a difference looks like: a factor that is the same for all elements, or a multiple of something that the step was given.
 * Mistakes in a rule often do.
 *
 * @param vectors what the step was given, by name
 */
record Guesser(int step, Map<String, Double> hypers, Map<String, double[]> vectors) {
    private static final double SAME = 1e-9;
    /** Differences are small numbers made of large ones. */
    private static final double ROUGHLY = 1e-6;

    private static final int ENOUGH = 3;
    private static final int FORMULAS = 3;

    /** @param start the quantity before the step; empty if that is not known */
    List<String> guess(String quantity, double[] start, double[] expected, double[] actual) {
        List<String> guesses = new ArrayList<>();
        if (expected.length != actual.length) {
            return guesses;
        }
        factor(expected, actual, SAME)
                .ifPresent(factor -> guesses.add("every element of " + quantity + " is " + number(factor)
                        + " times what is expected" + why(factor)));
        if (start.length == expected.length && guesses.isEmpty()) {
            factor(minus(expected, start), minus(actual, start), ROUGHLY)
                    .ifPresent(factor -> guesses.add("every element of " + quantity + " moves by " + number(factor)
                            + " times the expected distance" + why(factor)));
        }
        double[] difference = minus(actual, expected);
        vectors.forEach((name, vector) -> {
            if (guesses.isEmpty() && vector.length == difference.length) {
                factor(vector, difference, ROUGHLY)
                        .ifPresent(factor -> guesses.add("every element of " + quantity + " has " + number(factor)
                                + " times " + name + " too much" + why(factor)));
            }
        });
        return guesses;
    }

    private static String number(double factor) {
        if (Math.abs(factor + 1) < ROUGHLY) {
            return "-1";
        }
        return String.format(Locale.ROOT, "%.7g", factor).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private String why(double factor) {
        return formula(factor)
                .map(text -> "; " + number(factor) + " is " + text)
                .orElse("");
    }

    /** The one number that takes all elements of one list to those of the other; of pairs of zeros nothing is learnt. */
    private static OptionalDouble factor(double[] from, double[] to, double tolerance) {
        int learnt = 0;
        double factor = Double.NaN;
        for (int i = 0; i < from.length; i++) {
            if (from[i] == 0 && to[i] == 0) {
                continue;
            }
            double ratio = to[i] / from[i];
            if (learnt == 0) {
                factor = ratio;
            }
            if (!Double.isFinite(ratio) || Math.abs(ratio - factor) > tolerance * Math.abs(factor)) {
                return OptionalDouble.empty();
            }
            learnt++;
        }
        return learnt >= ENOUGH && Math.abs(factor - 1) > tolerance
                ? OptionalDouble.of(factor)
                : OptionalDouble.empty();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** Short formulas of the hyperparameters that have this value. */
    private Optional<String> formula(double value) {
        Map<String, Double> atoms = new LinkedHashMap<>();
        hypers.forEach((name, number) -> {
            atoms.put(name, number);
            if (Math.abs(number) > ROUGHLY) {
                atoms.put("(1 - " + name + ")", 1 - number);
            }
            if (step > 1) {
                atoms.put("(1 - " + name + "^t)", 1 - Math.pow(number, step));
            }
        });
        Map<String, Double> formulas = new LinkedHashMap<>(atoms);
        atoms.forEach((a, x) -> formulas.put("1 / " + a, 1 / x));
        atoms.forEach((a, x) -> atoms.forEach((b, y) -> {
            if (a.compareTo(b) < 0) {
                formulas.put(a + " * " + b, x * y);
            }
        }));
        atoms.forEach((a, x) -> atoms.forEach((b, y) -> formulas.put(a + " / " + b, x / y)));
        atoms.forEach((a, x) -> formulas.put(a + " * " + a, x * x));
        List<String> found = formulas.entrySet().stream()
                .filter(formula -> is(formula.getValue(), value))
                .map(formula -> (Math.signum(formula.getValue()) == Math.signum(value) ? "" : "-") + formula.getKey())
                .limit(FORMULAS)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", found));
    }

    /** Whether a formula is worth its name: 1 and 0 come of too many. */
    private static boolean is(double formula, double value) {
        return formula != 1
                && formula != 0
                && Math.abs(Math.abs(formula) - Math.abs(value)) <= ROUGHLY * Math.abs(value);
    }
}

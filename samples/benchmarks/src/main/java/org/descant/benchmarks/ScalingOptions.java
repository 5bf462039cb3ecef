package org.descant.benchmarks;

import java.util.List;

/**
 * What {@link Scaling} is told.
 *
 * @param threads of the steps that are compared with those of one
 * @param least elements of a model
 * @param most likewise
 * @param pause microseconds between two steps
 */
record ScalingOptions(int threads, int least, int most, int pause) {
    private static final String TAKES =
            "The measurement takes '--threads N', '--least N', '--most N' and '--pause MICROS', not ";

    /**
     * Reads options, each with a whole number behind it.
     *
     * @throws IllegalArgumentException with a sentence for people, if one is none, or has no number
     */
    static ScalingOptions of(List<String> arguments) {
        ScalingOptions options = new ScalingOptions(2, 0, Integer.MAX_VALUE, 0);
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(TAKES + name);
            }
            options = options.with(name, number(name, arguments.get(i + 1)));
        }
        return options;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(TAKES + name + " " + text, none);
        }
    }

    private ScalingOptions with(String name, int number) {
        return switch (name) {
            case "--threads" -> new ScalingOptions(number, least, most, pause);
            case "--least" -> new ScalingOptions(threads, number, most, pause);
            case "--most" -> new ScalingOptions(threads, least, number, pause);
            case "--pause" -> new ScalingOptions(threads, least, most, number);
            default -> throw new IllegalArgumentException(TAKES + name + " " + number);
        };
    }
}

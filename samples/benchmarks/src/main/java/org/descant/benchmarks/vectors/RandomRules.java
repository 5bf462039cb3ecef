package org.descant.benchmarks.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Rules of one to three states that are averages or sums of small expressions, as the rules of papers are: of sums, differences, products, squares, absolute values,
 * bounds, and quotients by roots; nothing that is scalar code for another reason.
 */
final class RandomRules {
    private static final String HEADER = """
            optimizer Random(w, g) {
              hyper lr    = 1e-3 in [0, 1]
              hyper beta1 = 0.9  in [0, 1)
              hyper beta2 = 0.99 in [0, 1)
              hyper eps   = 1e-8 in [0, inf)
            """;
    private static final List<String> NUMBERS =
            List.of("lr", "beta1", "beta2", "eps", "(1 - beta1)", "(1 - beta2)", "(1 - beta1^t)");
    private static final List<String> STATES = List.of("m", "v", "s");
    private static final int DEPTH = 2;

    private final Random random;
    private final List<String> states;
    private final List<String> computed = new ArrayList<>();

    private RandomRules(long seed) {
        random = new Random(seed);
        states = STATES.subList(0, 1 + random.nextInt(STATES.size()));
    }

    /** The text of a rule, the same for the same seed. */
    static String rule(long seed) {
        return new RandomRules(seed).text();
    }

    private String text() {
        List<String> equations = new ArrayList<>();
        for (String state : states) {
            equations.add(state + "[t] = " + next(state));
            computed.add(state + "[t]");
        }
        if (random.nextBoolean()) {
            equations.add("u = " + expression(DEPTH));
            computed.add("u");
        }
        equations.add("w[t] = w[t-1] - lr * " + expression(DEPTH));
        String declared =
                states.stream().map(state -> "  state " + state + " = 0\n").collect(Collectors.joining());
        return HEADER + declared + "  " + String.join("\n  ", equations) + "\n}\n";
    }

    /** An average, a sum that fades, or a step towards something. */
    private String next(String state) {
        String before = state + "[t-1]";
        String beta = oneOf(List.of("beta1", "beta2"));
        return switch (random.nextInt(4)) {
            case 0, 1 -> beta + " * " + before + " + (1 - " + beta + ") * " + expression(DEPTH);
            case 2 -> beta + " * " + before + " + " + expression(DEPTH);
            default -> before + " + " + oneOf(NUMBERS) + " * (" + expression(DEPTH) + " - " + before + ")";
        };
    }

    private String expression(int depth) {
        int kind = random.nextInt(20);
        if (depth == 0 || kind < 3) {
            return leaf();
        }
        String x = expression(depth - 1);
        if (kind < 7) {
            return oneOf(NUMBERS) + " * " + x;
        } else if (kind < 9) {
            return "(" + x + ")^2";
        } else if (kind < 10) {
            return "abs(" + x + ")";
        }
        String y = expression(depth - 1);
        if (x.equals(y)) {
            return x;
        } else if (kind < 14) {
            return "(" + x + " + " + y + ")";
        } else if (kind < 17) {
            return "(" + x + " - " + y + ")";
        } else if (kind < 18) {
            return "(" + x + ") * (" + y + ")";
        }
        return kind < 19 ? "max(" + x + ", " + y + ")" : "(" + x + ") / (sqrt(abs(" + y + ")) + eps)";
    }

    private String leaf() {
        List<String> leaves = new ArrayList<>(List.of("g", "g", "g", "w[t-1]"));
        states.forEach(state -> leaves.add(state + "[t-1]"));
        leaves.addAll(computed);
        leaves.addAll(computed);
        return oneOf(leaves);
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

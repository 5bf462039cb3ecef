package org.descant.speed;

/** A rule that moves as many numbers as another and does next to nothing with them: no rule of the same traffic is faster where memory is the limit. */
public final class LimitRule {
    private LimitRule() {}

    /** The states of a rule that moves at most so many values for each element: it reads the gradient, and reads and writes w and each state. */
    public static int states(int moved) {
        return Math.max(0, (moved - 3) / 2);
    }

    /** The values that the rule with so many states moves. */
    public static int moved(int states) {
        return 3 + 2 * states;
    }

    /** The rule with so many states. */
    public static String text(int states) {
        StringBuilder text = new StringBuilder("optimizer Limit" + states + "(w, g) {\n");
        for (int i = 1; i <= states; i++) {
            text.append("  state s").append(i).append(" = 0\n");
        }
        for (int i = 1; i <= states; i++) {
            text.append("  s").append(i).append("[t] = s").append(i).append("[t-1] + g\n");
        }
        text.append("  w[t] = w[t-1] + g\n");
        // A state that neither w nor a reader needs would be dropped.
        for (int i = 1; i <= states; i++) {
            text.append("  output s").append(i).append('\n');
        }
        return text.append("}\n").toString();
    }
}

package org.descant.proof.fuzz;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.grammar.source.Diagnostic;

/** A program of its own, so that its memory can be limited: takes large texts through the compiler and prints what each took. */
public final class SizesMain {
    private static final int ROUNDS = 3;

    private SizesMain() {}

    /** Prints for each text its name, its shortest time in milliseconds, and what was found. */
    public static void main(String[] arguments) {
        texts().forEach((name, text) -> {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                FrontEnd.run(text, "ir");
                best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            }
            String found = FrontEnd.run(text, "emit").stream()
                    .map(Diagnostic::message)
                    .map(message -> message.replaceAll("[0-9]+", "N").replaceAll("x{9,}", "x…x"))
                    .distinct()
                    .limit(1)
                    .collect(Collectors.joining());
            System.out.println(name + "\t" + best / 1_000_000 + "\t" + found);
        });
    }

    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("10,000 terms", rule("u = " + join(10_000, " + ", i -> "g")));
        texts.put("10,000 numbers", rule("u = g * (" + join(10_000, " + ", i -> "lr * t") + ")"));
        texts.put("10,000 conditions", rule("u = if " + join(10_000, " and ", i -> "t > 1") + " then g else 0"));
        texts.put(
                "20,000 branches",
                rule("u = g * (if t == 0 then 0 " + join(20_000, " ", i -> "else if t == " + i + " then " + i)
                        + " else 1)"));
        texts.put(
                "5,000 branches of elements",
                rule("u = if g > 0 then 0 " + join(5_000, " ", i -> "else if g > " + i + " then " + i) + " else 1"));
        texts.put(
                "1,000 states",
                rule(join(1_000, "\n", i -> "state m%1$d = 0\nm%1$d[t] = m%1$d[t-1] + g".formatted(i)) + "\nu = "
                        + join(1_000, " + ", i -> "m" + i + "[t]")));
        texts.put(
                "1,000 hyperparameters",
                rule(join(1_000, "\n", i -> "hyper h" + i + " = 1") + "\nu = g * (" + join(1_000, " + ", i -> "h" + i)
                        + ")"));
        texts.put(
                "5,000 equations",
                rule("u0 = g\n" + join(5_000, "\n", i -> "u" + (i + 1) + " = u" + i + " + 1") + "\nu = u5000"));
        texts.put(
                "1,000 parts",
                rule(join(1_000, "\n", i -> "m" + i + " = ema(g, 0.9)") + "\nu = " + join(1_000, " + ", i -> "m" + i)));
        texts.put(
                "names that double",
                rule("u0 = rank\n" + join(60, "\n", i -> "u" + (i + 1) + " = u" + i + " + u" + i)
                        + "\nu = if u60 > 2 then g else 2 * g"));
        texts.put("500 rules", join(500, "\n", i -> "optimizer A" + i + "(w, g) { w[t] = w[t-1] - g }"));
        texts.put("20,000 brackets", rule("u = " + "(".repeat(20_000) + "g" + ")".repeat(20_000)));
        texts.put("20,000 signs", rule("u = " + "-".repeat(20_000) + "g"));
        texts.put("20,000 powers", rule("u = g" + "^g".repeat(20_000)));
        texts.put("200 brackets", rule("u = " + "(".repeat(190) + "g" + ")".repeat(190)));
        texts.put("1,000 steps back", rule("u = g[t-1000]"));
        texts.put("a name of 100,000 letters", rule("u = g + " + "x".repeat(100_000)));
        texts.put("5,000 syntax errors", rule(join(5_000, "\n", i -> "u" + i + " = * g") + "\nu = g"));
        texts.put("2,000 unknown names", rule(join(2_000, "\n", i -> "u" + i + " = x" + i) + "\nu = g"));
        return texts;
    }

    private static String rule(String body) {
        return "optimizer Large(w, g) {\nhyper lr = 0.1\n" + body + "\nw[t] = w[t-1] - lr * u\n}\n";
    }

    private static String join(int count, String between, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
    }
}

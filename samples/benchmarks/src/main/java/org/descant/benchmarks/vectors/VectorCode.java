package org.descant.benchmarks.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.descant.benchmarks.Child;

/**
 * The measurement: {@code --rules N} says how many, {@code --first SEED} from which one on. A rule counts as scalar code if it takes more than 1/1.6 of what it takes in a JVM
 * that makes no vectors, three times. Ends with 2 if it is called wrongly.
 */
public final class VectorCode {
    private static final int CALL_IS_WRONG = 2;
    private static final int AT_ONCE = 40;
    private static final int TIMES = 3;
    private static final double GAIN = 1.6;
    private static final double PICOS = 1000;
    private static final List<String> NO_VECTORS = List.of("-XX:-UseSuperWord");

    private VectorCode() {}

    public static void main(String[] arguments) throws IOException {
        int rules = 240;
        long first = 1;
        for (int i = 0; i < arguments.length; i += 2) {
            boolean hasValue = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,9}");
            if (hasValue && arguments[i].equals("--rules")) {
                rules = Integer.parseInt(arguments[i + 1]);
            } else if (hasValue && arguments[i].equals("--first")) {
                first = Long.parseLong(arguments[i + 1]);
            } else if (!arguments[i].equals("--json")) {
                System.err.println("The measurement takes '--rules N' and '--first SEED', not " + arguments[i]);
                System.exit(CALL_IS_WRONG);
            }
        }
        int scalar = 0;
        for (long seed = first; seed < first + rules; seed += AT_ONCE) {
            List<Long> seeds = new ArrayList<>();
            for (long next = seed; next < Math.min(seed + AT_ONCE, first + rules); next++) {
                seeds.add(next);
            }
            scalar += scalar(seeds);
        }
        System.out.printf(Locale.ROOT, "%d of %d rules are scalar code, Java %s%n", scalar, rules, Runtime.version());
    }

    /** Prints those of some rules that are scalar code, and says how many they are. */
    private static int scalar(List<Long> seeds) throws IOException {
        List<Long> without = Child.saidBy(NO_VECTORS, StepTimes.class, seeds.toArray());
        List<Long> open = seeds;
        List<Long> times = List.of();
        for (int time = 0; time < TIMES && !open.isEmpty(); time++) {
            List<Long> measured = Child.saidBy(List.of(), StepTimes.class, open.toArray());
            List<Long> slow = new ArrayList<>();
            times = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                if (GAIN * measured.get(i) > without.get(seeds.indexOf(open.get(i)))) {
                    slow.add(open.get(i));
                    times.add(measured.get(i));
                }
            }
            open = slow;
        }
        for (int i = 0; i < open.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "rule %d takes %.2f ns for each element, without vectors %.2f%n%s",
                    open.get(i),
                    times.get(i) / PICOS,
                    without.get(seeds.indexOf(open.get(i))) / PICOS,
                    RandomRules.rule(open.get(i)));
        }
        return open.size();
    }
}

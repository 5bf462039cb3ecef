package org.descant.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.runtime.ElementType;
import org.descant.speed.Ratio;
import org.descant.speed.SpeedMeasurement;

/**
 * What {@code relaxed} saves: the time of a step of each rule of the library that it changes, compiled in both modes and measured in turn, on a model that
 * the cache holds and on one that it does not. What it changes in the values is in {@code RELAXED.md} of the library. {@code --out FILE} writes the table,
 * too; all other arguments are names of rules, if not all are wanted. Ends with 2 if it is called wrongly.
 */
public final class Relaxed {
    private static final int CALL_IS_WRONG = 2;

    /** 128 and 2,048 rows of as many. */
    private static final List<Integer> SIDES = List.of(128, 2_048);

    private Relaxed() {}

    public static void main(String[] arguments) throws IOException {
        List<String> names = new ArrayList<>(List.of(arguments));
        int out = names.indexOf("--out");
        if (out >= 0 && out + 1 == names.size()) {
            System.err.println("--out takes a file");
            System.exit(CALL_IS_WRONG);
        }
        String table = table(chosen(out >= 0 ? without(names, out) : names));
        System.out.print(table);
        if (out >= 0) {
            Files.writeString(Path.of(names.get(out + 1)), table);
        }
    }

    private static List<String> without(List<String> names, int option) {
        List<String> rest = new ArrayList<>(names.subList(0, option));
        rest.addAll(names.subList(option + 2, names.size()));
        return rest;
    }

    private static List<Path> chosen(List<String> names) throws IOException {
        try {
            return LibraryFolder.chosen(LibraryFolder.temporary(), names);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(CALL_IS_WRONG);
            throw unknown;
        }
    }

    private static String table(List<Path> files) throws IOException {
        RelaxedTable table = new RelaxedTable();
        List<SpeedMeasurement> measurements = SIDES.stream()
                .map(side -> new SpeedMeasurement(ElementType.FLOAT, side, Optional.empty()))
                .toList();
        for (Path file : files) {
            RuleCompiler compiler = Descant.compiler().importFrom(Objects.requireNonNull(file.getParent()));
            Compilation strict = compiler.run(file, "compile");
            Compilation relaxed = compiler.relaxed().run(file, "compile");
            if (!text(strict).equals(text(relaxed))) {
                System.err.println(LibraryFolder.name(file));
                List<Ratio> ratios = measurements.stream()
                        .map(measurement -> measurement.compare(strict, relaxed))
                        .toList();
                table.add(ratios);
            }
        }
        String machine = String.format(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f; float, one thread%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return machine + table.text();
    }

    /** The Java of a rule, which is the same where {@code relaxed} changes nothing. */
    private static String text(Compilation rule) {
        return rule.source().orElseThrow().text();
    }
}

package org.descant.benchmarks.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.descant.benchmarks.Child;
import org.descant.benchmarks.LibraryFolder;

/**
 * The measurement: {@code --short} starts fewer JVMs, {@code --json FILE} writes all times. Ends with 2 if it is called wrongly.
 */
public final class CompileTimes {
    private static final int CALL_IS_WRONG = 2;
    private static final int MANY = 200;

    private final Path folder;
    private final boolean isShort;

    private CompileTimes(Path folder, boolean isShort) {
        this.folder = folder;
        this.isShort = isShort;
    }

    public static void main(String[] arguments) throws IOException {
        boolean isShort = false;
        String json = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--short")) {
                isShort = true;
            } else if (arguments[i].equals("--json") && i + 1 < arguments.length) {
                json = arguments[++i];
            } else {
                System.err.println("The measurement takes '--short' and '--json FILE', not " + arguments[i]);
                System.exit(CALL_IS_WRONG);
            }
        }
        List<Times> all = measure(isShort);
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.print(Times.table(all));
        if (!json.isEmpty()) {
            Files.writeString(Path.of(json), Times.json(all));
        }
    }

    /** The times, in the order in which they are printed. */
    static List<Times> measure(boolean isShort) throws IOException {
        Path folder = Files.createTempDirectory("descant-rules");
        try {
            LibraryFolder.copy(folder);
            CompileTimes times = new CompileTimes(folder, isShort);
            return List.of(times.firstStep(), times.secondRule(), times.laterRules(), times.wholeLibrary());
        } finally {
            delete(folder);
        }
    }

    private Times firstStep() throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < (isShort ? 5 : 21); i++) {
            millis.add(Child.untilItSpeaks(FirstStep.class, adam()));
        }
        return new Times("start of the JVM to the first step, adam", "first-step", millis);
    }

    private Times secondRule() throws IOException {
        List<Double> millis = new ArrayList<>();
        List<Path> rules = LibraryFolder.files(folder);
        for (int i = 0; i < rules.size(); i += isShort ? 15 : 1) {
            if (!rules.get(i).equals(adam())) {
                millis.addAll(Child.millisSaidBy(SecondRule.class, adam(), rules.get(i)));
            }
        }
        return new Times("text to class, each rule as the second of a JVM", "second-rule", millis);
    }

    private Times laterRules() throws IOException {
        List<Double> millis = Child.millisSaidBy(LaterRules.class, folder, MANY);
        return new Times("text to class, each rule after " + MANY + " others", "later-rule", millis);
    }

    private Times wholeLibrary() throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < (isShort ? 1 : 5); i++) {
            millis.add(Child.untilItSpeaks(WholeLibrary.class, folder));
        }
        int rules = LibraryFolder.files(folder).size();
        return new Times("start of the JVM to the Java of all " + rules + " rules", "whole-library", millis);
    }

    private Path adam() {
        return folder.resolve("adam.opt");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package org.descant.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.runtime.ElementType;
import org.descant.speed.Speed;
import org.descant.speed.SpeedMeasurement;
import org.descant.speed.twin.Gcc;
import org.jspecify.annotations.Nullable;

/**
 * Fails when a rule of the library has become slower than {@value #LEAST} of the same equations in C, on a model that the cache holds. Rules that are known to be
 * are listed with the reason in {@code slower.properties}; one that is no longer is told, too. The arguments, if any, are the names of the rules that are
 * looked at. Fails, too, when a condition that {@linkplain LateCondition first holds late} makes a rule slower. Ends with 1 if something is too slow, and with 2 where there is no C compiler or no rule of such a name.
 */
public final class Guard {
    private static final double LEAST = 0.7;

    /** 128 rows of 128. */
    private static final int SIDE = 128;

    /** A rule that is too slow is measured again: the machine may have done something else. */
    private static final int ATTEMPTS = 3;

    private Guard() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files = chosen(List.of(arguments));
        Optional<Gcc> gcc = Gcc.find(missing -> System.err.println("no guard: " + missing));
        if (gcc.isEmpty()) {
            System.exit(2);
        }
        SortedMap<String, String> known = known();
        SpeedMeasurement measurement = new SpeedMeasurement(ElementType.FLOAT, SIDE, gcc);
        List<String> slow = new ArrayList<>();
        for (Path file : files) {
            String name = LibraryFolder.name(file);
            double share = share(measurement, file, known.containsKey(name) ? 1 : ATTEMPTS);
            System.out.printf(Locale.ROOT, "%-28s %.2f of C%s%n", name, share, note(known.get(name), share));
            if (share < LEAST && !known.containsKey(name)) {
                slow.add(name);
            }
        }
        boolean isFastEnough = slow.isEmpty();
        if (!isFastEnough) {
            System.err.println(
                    "slower than " + LEAST + " of C, and not listed in slower.properties: " + String.join(", ", slow));
        }
        if (!LateCondition.costsNothing()) {
            System.err.println("slower if a condition first holds when loops are compiled");
            isFastEnough = false;
        }
        if (!isFastEnough) {
            System.exit(1);
        }
    }

    private static List<Path> chosen(List<String> names) throws IOException {
        try {
            return LibraryFolder.chosen(LibraryFolder.temporary(), names);
        } catch (IllegalArgumentException unknown) {
            System.err.println("no guard: " + unknown.getMessage());
            System.exit(2);
            throw unknown;
        }
    }

    private static String note(@Nullable String reason, double share) {
        if (reason == null) {
            return "";
        }
        return share < LEAST ? ", known: " + reason : ", listed as slower, and is not";
    }

    private static double share(SpeedMeasurement measurement, Path file, int attempts) {
        Compilation compilation = Descant.compiler()
                .importFrom(Objects.requireNonNull(file.getParent()))
                .run(file, "compile");
        double best = 0;
        for (int i = 0; i < attempts && best < LEAST; i++) {
            Speed speed = measurement.measure(compilation);
            best = Math.max(best, speed.cShare().orElseThrow());
        }
        return best;
    }

    /** The rules that are slower, with the reasons. */
    static SortedMap<String, String> known() {
        try (InputStream stream = Objects.requireNonNull(Guard.class.getResourceAsStream("slower.properties"))) {
            Properties read = new Properties();
            read.load(new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
            SortedMap<String, String> known = new TreeMap<>();
            read.forEach((name, reason) -> known.put((String) name, (String) reason));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

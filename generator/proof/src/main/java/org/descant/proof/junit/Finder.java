package org.descant.proof.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.descant.compiler.Descant;
import org.descant.compiler.load.ImportPath;
import org.descant.grammar.source.SourceText;
import org.descant.harness.recorded.RecordingReader;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.subject.TestedRule;

/** Finds what a test names: in a folder, on the class path, in the library. */
final class Finder {
    private static final Pattern RULE = Pattern.compile("(?<file>.*\\.opt)(?::(?<name>\\w+))?");
    private static final String RECORDING = ".json";

    private Finder() {}

    /**
     * A rule by its file, resource or name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TestedRule rule(String name) {
        Matcher matcher = RULE.matcher(name);
        boolean isFile = matcher.matches();
        String file = isFile ? matcher.group("file") : name.toLowerCase(Locale.ROOT) + ".opt";
        TestedRule rule = file(file)
                .map(path -> TestedRule.of(Descant.compiler(), path))
                .or(() -> resource(file).map(text -> ofText(file, text)))
                .or(() -> resource(ImportPath.LIBRARY + "/" + file).map(text -> ofText(file, text)))
                .orElseThrow(() -> new IllegalArgumentException("there is no rule '" + name + "': neither a file "
                        + Path.of(file).toAbsolutePath() + ", nor a resource of the class path, nor a rule of a library"
                        + " on it"));
        return isFile
                ? Optional.ofNullable(matcher.group("name")).map(rule::rule).orElse(rule)
                : rule;
    }

    /**
     * A recording by its file, resource or name; the name may have the ending of its file.
     *
     * @throws IllegalArgumentException if there is none
     * @throws org.descant.harness.recorded.RecordingException if it cannot be read
     */
    static Trajectory recording(String name) {
        String shipped = name.endsWith(RECORDING) ? name.substring(0, name.length() - RECORDING.length()) : name;
        Optional<Path> file = file(name).or(() -> resourceFile(name));
        if (file.isPresent()) {
            return RecordingReader.trajectory(file.get());
        } else if (Recordings.trajectories().contains(shipped)) {
            return Recordings.trajectory(shipped);
        }
        throw name.equals(shipped) ? unknownRecording(name) : absent(name);
    }

    private static IllegalArgumentException unknownRecording(String name) {
        String word = name.replaceFirst("-.*", "");
        String alike = Recordings.trajectories().stream()
                .filter(other -> other.startsWith(word))
                .map(other -> "\n  " + other)
                .collect(Collectors.joining());
        return new IllegalArgumentException("no recorded run '" + name + "' ships with Descant; "
                + (alike.isEmpty()
                        ? "org.descant.harness.recorded.Recordings lists all"
                        : "those whose names begin alike are" + alike));
    }

    /**
     * The text of a file or resource.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String text(String name) {
        try {
            Optional<Path> file = file(name);
            return file.isPresent()
                    ? Files.readString(file.get())
                    : resource(name).orElseThrow(() -> absent(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    private static IllegalArgumentException absent(String name) {
        return new IllegalArgumentException("there is neither a file "
                + Path.of(name).toAbsolutePath() + " nor a resource of the class path '" + name + "'");
    }

    private static TestedRule ofText(String file, String text) {
        return TestedRule.of(Descant.compiler(), new SourceText(file, text));
    }

    private static Optional<Path> file(String name) {
        return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    }

    private static Optional<Path> resourceFile(String name) {
        Optional<URL> url = Optional.ofNullable(loader().getResource(name))
                .filter(each -> each.getProtocol().equals("file"));
        try {
            return url.isPresent() ? Optional.of(Path.of(url.get().toURI())) : Optional.empty();
        } catch (URISyntaxException odd) {
            throw new IllegalArgumentException(name + " is at a place that cannot be read", odd);
        }
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = loader().getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    /** The class path of the tests: where a test runner has a loader of its own, the thread has it. */
    private static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(() -> Optional.ofNullable(Finder.class.getClassLoader())
                        .orElseGet(ClassLoader::getSystemClassLoader));
    }
}

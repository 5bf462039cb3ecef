package org.descant.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.descant.grammar.source.SourceText;

/**
 * The rules on the class path, under {@code META-INF/descant/rules/}. A file is named after the optimizer that it holds, in lower case, so
 * that a name finds its file however it is written.
 */
final class Library {
    private static final String FOLDER = "META-INF/descant/rules";
    private static final String SUFFIX = ".opt";

    private final ClassLoader loader;

    Library(ClassLoader loader) {
        this.loader = loader;
    }

    /** The names of all rules as their files spell them, in the order of the alphabet. */
    SortedSet<String> names() {
        try {
            SortedSet<String> names = new TreeSet<>();
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                for (String file : files(folder)) {
                    if (file.endsWith(SUFFIX)) {
                        names.add(file.substring(0, file.length() - SUFFIX.length()));
                    }
                }
            }
            return names;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the class path cannot be listed", unreadable);
        }
    }

    /** The file of the rule of that name, whatever its case. */
    Optional<SourceText> find(String name) {
        String file = name.toLowerCase(Locale.ROOT) + SUFFIX;
        if (!names().contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try (InputStream stream = loader.getResourceAsStream(FOLDER + "/" + file)) {
            return Optional.of(new SourceText(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static List<String> files(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection connection) {
            return connection.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.startsWith(FOLDER + "/"))
                    .map(entry -> entry.substring(FOLDER.length() + 1))
                    .filter(file -> !file.contains("/"))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

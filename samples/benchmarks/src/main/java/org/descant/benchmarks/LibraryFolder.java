package org.descant.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The rules of the library as files of a folder, which programs that are measured need not look for. */
public final class LibraryFolder {
    private static final String RULES = "/META-INF/descant/rules";

    private LibraryFolder() {}

    /** Copies the rules on the class path. */
    public static void copy(Path folder) throws IOException {
        URL place = Objects.requireNonNull(LibraryFolder.class.getResource(RULES + "/adam.opt"), "descant-rules");
        try {
            URI uri = place.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copy(jar.getPath(RULES), folder);
                }
            } else {
                copy(Objects.requireNonNull(Path.of(uri).getParent()), folder);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The rule files, in the order of the alphabet, in a folder that is there until the program ends. */
    static List<Path> temporary() throws IOException {
        Path folder = Files.createTempDirectory("descant-rules");
        folder.toFile().deleteOnExit();
        copy(folder);
        List<Path> files = files(folder);
        files.forEach(file -> file.toFile().deleteOnExit());
        return files;
    }

    /**
     * The rule files of some rules; all of them if no rule is named.
     *
     * @param names of rules, as their files are called: {@code adamw}
     * @throws IllegalArgumentException with a sentence for people, if there is no rule of a name
     */
    static List<Path> chosen(List<Path> files, List<String> names) {
        List<String> all = files.stream().map(LibraryFolder::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !all.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the library has no rule " + String.join(", ", unknown));
        }
        return files.stream()
                .filter(file -> names.isEmpty() || names.contains(name(file)))
                .toList();
    }

    /** The name of the rule of a file. */
    static String name(Path file) {
        return file.getFileName().toString().replace(".opt", "");
    }

    private static void copy(Path rules, Path folder) throws IOException {
        for (Path file : files(rules)) {
            Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
    }

    /** The rule files of a folder, in the order of the alphabet. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".opt"))
                    .sorted()
                    .toList();
        }
    }
}

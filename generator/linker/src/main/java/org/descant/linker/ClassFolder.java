package org.descant.linker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The class files of a module, each under its internal name, such as {@code java/lang/Object}. */
final class ClassFolder {
    static final String SUFFIX = ".class";

    private final Path folder;

    /**
     * The class files below a folder.
     *
     * @param folder need not be there, where a module has no classes
     */
    ClassFolder(Path folder) {
        this.folder = folder;
    }

    /** The names of all classes, in the order of the alphabet. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** A file that is the same already keeps its time, so that what depends on it need not be built again. */
    void write(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
        }
    }

    void delete(String name) throws IOException {
        Files.delete(file(name));
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}

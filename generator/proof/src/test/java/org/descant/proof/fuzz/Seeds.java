package org.descant.proof.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts to begin with: the library, the inputs of all golden files, and nasty ones. */
final class Seeds {
    private static final List<Path> FOLDERS = List.of(
            FrontEnd.LIBRARY,
            Path.of("../compiler/src/test/resources/golden"),
            Path.of("../../grammar/src/test/resources"),
            Path.of("src/test/resources/fuzz"));

    private Seeds() {}

    static List<String> all() {
        List<String> texts = new ArrayList<>();
        FOLDERS.forEach(folder -> texts.addAll(in(folder)));
        return texts;
    }

    static List<String> library() {
        return in(FrontEnd.LIBRARY);
    }

    private static List<String> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".opt"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

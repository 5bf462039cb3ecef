package org.descant.grammar.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.descant.grammar.source.SourceText;

/** The rule files that every test of reading and printing goes through. */
public final class Corpus {
    private static final Path DIRECTORY = Path.of("src/test/resources/corpus");

    private Corpus() {}

    /** The names of the files, in order. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SourceText read(String name) {
        try {
            return new SourceText(name, Files.readString(DIRECTORY.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.descant.grammar.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory of expected texts. Each case has one input, {@code name.opt}, and beside it what comes of it, such as {@code name.err}. With
 * {@code -Ddescant.golden=update} what differs is rewritten and the test fails all the same, so that nobody updates without looking; what
 * is missing is written and fails too.
 */
public final class GoldenFiles {
    private static final boolean UPDATE = "update".equals(System.getProperty("descant.golden"));

    private final Path directory;

    /** @param directory relative to the module, such as {@code src/test/resources/golden/errors} */
    public GoldenFiles(Path directory) {
        this.directory = directory;
    }

    /** The names of all files that end like this, without the ending, in order. */
    public List<String> names(String ending) {
        return files().stream()
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
    }

    /** The text of a file of the directory. */
    public String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the file holds exactly this text. */
    public void check(String file, String actual) {
        Path golden = directory.resolve(file);
        if (!Files.exists(golden)) {
            write(golden, actual);
            fail("%s was missing; it has been written and wants a look:%n%s", golden, actual);
        }
        if (UPDATE && !read(file).equals(actual)) {
            write(golden, actual);
            fail("%s has been rewritten and wants a look:%n%s", golden, actual);
        }
        assertThat(actual)
                .describedAs("%s (-Ddescant.golden=update rewrites it)", golden)
                .isEqualTo(read(file));
    }

    /** Fails where a file stands for no input, or has an ending that nobody reads. */
    public void checkNoOrphans(String inputEnding, String... goldenEndings) {
        Set<String> inputs = Set.copyOf(names(inputEnding));
        assertThat(files()).allSatisfy(file -> {
            String ending = Stream.concat(Stream.of(inputEnding), Stream.of(goldenEndings))
                    .filter(file::endsWith)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " has an ending that no test reads"));
            assertThat(inputs).contains(file.substring(0, file.length() - ending.length()));
        });
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.descant.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void textAndItsFile_haveOneHash() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abc");

        assertThat(ContentHash.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(ContentHash.of(file));
    }

    @Test
    void directory_dependsOnNamesAndContents() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "abc");
        String hash = ContentHash.of(directory);

        Files.writeString(file, "abd");
        assertThat(ContentHash.of(directory)).isNotEqualTo(hash);
        Files.writeString(file, "abc");
        assertThat(ContentHash.of(directory)).isEqualTo(hash);
        Files.move(file, directory.resolve("b"));
        assertThat(ContentHash.of(directory)).isNotEqualTo(hash);
    }

    @Test
    void nothing_hasAHash() throws IOException {
        assertThat(ContentHash.of(directory.resolve("absent"))).isEqualTo(ContentHash.of(""));
    }
}

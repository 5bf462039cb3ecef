package org.descant.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void fileInTheWayOfAFolder_isNamed() throws IOException {
        Path taken = Files.writeString(directory.resolve("descant"), "a file");
        Path wanted = taken.resolve("generated/deeper/Adam.java");

        assertThatThrownBy(() -> SourceFiles.write(Map.of(wanted, "one")))
                .hasMessage(wanted + " cannot be written: " + taken + " is a file, not a directory");
    }

    @Test
    void files_areWrittenWithTheirFolders() throws IOException {
        SourceFiles.write(Map.of(directory.resolve("a/b/One.java"), "β", directory.resolve("Two.java"), "two"));

        assertThat(directory.resolve("a/b/One.java")).hasContent("β");
        assertThat(directory.resolve("Two.java")).hasContent("two");
        assertThat(files()).hasSize(2);
    }

    @Test
    void oneThatCannotBeWritten_leavesAllAsTheyWere() throws IOException {
        Files.writeString(directory.resolve("One.java"), "old");
        Files.writeString(directory.resolve("folder"), "a file");
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(directory.resolve("One.java"), "new");
        texts.put(directory.resolve("folder/Two.java"), "two");

        assertThatThrownBy(() -> SourceFiles.write(texts))
                .isInstanceOf(FileException.class)
                .hasMessage(directory.resolve("folder/Two.java") + " cannot be written: " + directory.resolve("folder")
                        + " is a file, not a directory");
        assertThat(directory.resolve("One.java")).hasContent("old");
        assertThat(files()).hasSize(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void folderInWhichNothingCanBeMade_isSaid() {
        Path made = Path.of("/proc/made/One.java");

        assertThatThrownBy(() -> SourceFiles.write(Map.of(made, "one")))
                .hasMessage(made + " cannot be written: nothing can be made in /proc");
    }

    @Test
    void preparedFile_hasItsFolderAndIsNotMade() throws IOException {
        SourceFiles.prepare(directory.resolve("a/One.java"));

        assertThat(directory.resolve("a")).isEmptyDirectory();
        assertThatThrownBy(() -> SourceFiles.prepare(directory.resolve("a")))
                .hasMessage(directory.resolve("a") + " cannot be written: it is a directory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void device_isWrittenToAndNotReplaced() {
        Path device = Path.of("/dev/full");
        SourceFiles.prepare(device);

        assertThatThrownBy(() -> SourceFiles.write(Map.of(device, "one")))
                .hasMessage("/dev/full cannot be written: No space left on device");
    }

    @Test
    void directoryInTheWay_isSaid() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("One.java"));

        assertThatThrownBy(() -> SourceFiles.write(Map.of(taken, "one")))
                .hasMessage(taken + " cannot be written: it is a directory");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replacedFile_keepsItsPermissionsAndItsLink() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));

        SourceFiles.write(Map.of(link, "new"));

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-rw-");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

package org.descant.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeLibraryTest {
    private static final String CLASS = "org/descant/runtime/Optimizer.class";

    private final RuntimeLibrary runtime = new RuntimeLibrary("1.2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void anotherVersion_isRemarked() {
        assertThat(runtime.remark("1.2")).isEmpty();
        assertThat(runtime.remark("1.1"))
                .hasValue(
                        "Generated classes need org.descant:descant-runtime:1.2, and the project depends on 1.1; give the"
                                + " plugin and the runtime one version");
    }

    @Test
    void classPathWithoutIt_isTold() throws IOException {
        Path other = jar("other.jar", "org/other/Optimizer.class");

        assertThat(runtime.absence(List.of(other, directory.resolve("no-such-folder"))))
                .hasValue(
                        "Generated classes need org.descant:descant-runtime:1.2, which is not among the dependencies of the"
                                + " project; add it to them");
    }

    @Test
    void jarOrFolderWithIt_isEnough() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Files.createDirectories(classes.resolve(CLASS).getParent());
        Files.writeString(classes.resolve(CLASS), "");

        assertThat(runtime.absence(List.of(classes))).isEmpty();
        assertThat(runtime.absence(List.of(jar("all.jar", CLASS)))).isEmpty();
    }

    private Path jar(String name, String entry) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }
}

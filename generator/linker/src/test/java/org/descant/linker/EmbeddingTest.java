package org.descant.linker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    private static final String HERE = "org/descant/linker/";
    private static final String USER = HERE + "UserOfForms";
    private static final String LIBRARY = HERE + "Forms";
    private static final String TAKEN_IN = "taken/in/Forms";

    private final Path jar;
    private final ClassFolder folder;
    private final Path classes;

    /** Makes a library of {@link Forms}, signed by nobody but with the file of a signature, and a module of the class that uses it. */
    EmbeddingTest(@TempDir Path temporary) throws IOException {
        jar = temporary.resolve("library.jar");
        classes = temporary.resolve("classes");
        folder = new ClassFolder(classes);
        folder.write(USER, bytes(USER));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/SOMEBODY.SF"));
            for (String name : List.of("", "$All", "$Inner", "$Nothing", "$Real", "$Shape", "$Written")) {
                out.putNextEntry(new ZipEntry(LIBRARY + name + ClassFolder.SUFFIX));
                out.write(bytes(LIBRARY + name));
            }
        }
    }

    @Test
    void embed_library_isUsedUnderItsNewName() throws Exception {
        assertThat(embed()).isEqualTo(7);

        assertThat(folder.names()).hasSize(8).contains(USER, TAKEN_IN, TAKEN_IN + "$Inner");
        for (String name : folder.names()) {
            assertThat(new String(folder.read(name), StandardCharsets.ISO_8859_1))
                    .doesNotContain(LIBRARY + "$");
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            assertThat(loader.loadClass(USER.replace('/', '.'))
                            .getMethod("results")
                            .invoke(null))
                    .asString()
                    .isEqualTo(Forms.results().toString().replace(LIBRARY, TAKEN_IN));
        }
    }

    @Test
    void embed_onceMore_leavesFilesAsTheyAre() throws IOException {
        embed();
        FileTime longAgo = FileTime.fromMillis(0);
        for (String name : folder.names()) {
            Files.setLastModifiedTime(classes.resolve(name + ClassFolder.SUFFIX), longAgo);
        }

        embed();

        for (String name : folder.names()) {
            assertThat(Files.getLastModifiedTime(classes.resolve(name + ClassFolder.SUFFIX)))
                    .isEqualTo(longAgo);
        }
    }

    @Test
    void embed_classThatTheLibraryHasNoMore_isDeleted() throws IOException {
        embed();
        List<String> names = folder.names();
        folder.write(TAKEN_IN + "$Gone", folder.read(TAKEN_IN));

        embed();

        assertThat(folder.names()).isEqualTo(names);
    }

    private int embed() throws IOException {
        Embedding embedding = new Embedding(folder, LIBRARY, TAKEN_IN);
        int count = embedding.embed(jar);
        embedding.deleteOthers();
        embedding.refer();
        return count;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = EmbeddingTest.class.getResourceAsStream("/" + name + ClassFolder.SUFFIX)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}

package org.descant.compiler.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPathTest {
    private static final ImportName NAME = ImportName.parse("com/rules/sgd.opt").orElseThrow();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void library_isWhatJarsAndDirectoriesHave() throws IOException, ImportRefusedException {
        Path jar = jar("rules.jar", "META-INF/descant/rules/com/rules/sgd.opt", "// of the jar");
        Path folder = directory.resolve("classes/META-INF/descant/rules/com/rules");
        Files.writeString(Files.createDirectories(folder).resolve("sgd.opt"), "// of the directory");
        Path noJar = Files.writeString(directory.resolve("native.so"), "no archive");

        ImportPath path = ImportPath.library(List.of(
                directory.resolve("absent.jar"),
                noJar,
                jar("plain.jar", "A.class", ""),
                jar,
                directory.resolve("classes")));

        assertThat(path.roots()).hasSize(2);
        assertThat(path.roots().get(0).find(NAME).map(SourceText::text)).contains("// of the jar");
        assertThat(path.roots().get(0).find(NAME).map(SourceText::name)).contains("rules.jar!/com/rules/sgd.opt");
        assertThat(path.roots().get(1).find(NAME).map(SourceText::text)).contains("// of the directory");
        assertThat(path.roots().get(0).find(ImportName.parse("sgd.opt").orElseThrow()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void jar_canBeReplacedOnceItIsRead() throws IOException, ImportRefusedException {
        Path jar = jar("rules.jar", "META-INF/descant/rules/com/rules/sgd.opt", "// before");
        ImportPath path = ImportPath.library(List.of(jar));
        jar("rules.jar", "META-INF/descant/rules/com/rules/sgd.opt", "// after");

        assertThat(path.roots().get(0).find(NAME).map(SourceText::text)).contains("// before");
        assertThat(ImportPath.library(List.of(jar)).roots().get(0).find(NAME).map(SourceText::text))
                .contains("// after");
    }

    private Path jar(String name, String entry, String text) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}

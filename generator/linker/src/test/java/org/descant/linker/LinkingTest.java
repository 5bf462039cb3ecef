package org.descant.linker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

class LinkingTest {
    private static final String PACKAGE = "org/descant/linker/";

    private final Path folder;

    /** Copies the class files of {@link Forms}. */
    LinkingTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Path compiled = Path.of(Forms.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(PACKAGE);
        Files.createDirectories(folder.resolve(PACKAGE));
        try (Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("Forms")) {
                    Files.copy(file, folder.resolve(PACKAGE).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void link_classesOfEveryKind_giveWhatTheyGave() throws Exception {
        link();

        assertThat(resultsOfFolder()).isEqualTo(Forms.results());
    }

    @Test
    void link_classesOfEveryKind_leavesTextsOfRecordsToTheJvm() throws Exception {
        assertThat(linkedAtRunTime()).contains("equals", "hashCode", "toString", "get");

        link();

        assertThat(linkedAtRunTime()).containsOnly("toString");
    }

    @Test
    void link_linkedClasses_changesNothing() throws Exception {
        assertThat(link()).isPositive();
        List<String> files = files();

        assertThat(link()).isZero();
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void link_lambdaThatNoClassHasAnyMore_isDeleted() throws Exception {
        link();
        List<String> files = files();
        Files.copy(folder.resolve(PACKAGE + "Forms$$Lambda0.class"), folder.resolve(PACKAGE + "Forms$$Lambda99.class"));
        Files.copy(folder.resolve(PACKAGE + "Forms$$Lambda0.class"), folder.resolve(PACKAGE + "Gone$$Lambda0.class"));

        link();

        assertThat(files()).isEqualTo(files);
        assertThat(resultsOfFolder()).isEqualTo(Forms.results());
    }

    @Test
    void link_folderThatIsNotThere_hasNoClasses() throws Exception {
        assertThat(new Linking(new ClassFolder(folder.resolve("gone"))).link()).isZero();
    }

    private int link() throws IOException {
        return new Linking(new ClassFolder(folder)).link();
    }

    private Object resultsOfFolder() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return loader.loadClass(Forms.class.getName()).getMethod("results").invoke(null);
        }
    }

    /** The names of the methods that the JVM links when a program comes to them. */
    private List<String> linkedAtRunTime() throws IOException {
        List<String> names = new ArrayList<>();
        for (String file : files()) {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(folder.resolve(file))).accept(node, 0);
            for (MethodNode method : node.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof InvokeDynamicInsnNode site) {
                        names.add(site.name);
                    }
                }
            }
        }
        return names;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}

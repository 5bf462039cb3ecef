package org.descant.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleResourcesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private final Path source;
    private final Path target;
    private final Path copies;
    private final Path classes;

    RuleResourcesTest(@TempDir Path directory) throws IOException {
        source = Files.createDirectories(directory.resolve("opt"));
        target = directory.resolve("target");
        classes = directory.resolve("classes");
        copies = target.resolve("META-INF/descant/rules");
    }

    @Test
    void ruleFiles_areCopiedWithTheirFolders() throws IOException {
        Files.createDirectories(source.resolve("com/example"));
        Files.writeString(source.resolve("com/example/a.opt"), "// β\n");
        Files.writeString(source.resolve("recordings.txt"), "no rule");

        copy();

        assertThat(copies.resolve("com/example/a.opt")).hasContent("// β\n");
        assertThat(copies.resolve("recordings.txt")).doesNotExist();
    }

    @Test
    void fileOfAnotherEncoding_isCopiedAsItIs() throws IOException {
        byte[] latin1 = {'/', '/', ' ', (byte) 0xe4, '\n'};
        Files.write(source.resolve("draft.opt"), latin1);

        copy();
        copy();

        assertThat(copies.resolve("draft.opt")).hasBinaryContent(latin1);
    }

    @Test
    void copies_followTheRules() throws IOException {
        Files.writeString(source.resolve("a.opt"), "// a\n");
        Files.writeString(source.resolve("b.opt"), "// b\n");
        Files.writeString(source.resolve("c.opt"), "// c\n");
        copy();
        Files.setLastModifiedTime(copies.resolve("a.opt"), LONG_AGO);
        Path packaged = Files.createDirectories(classes.resolve("META-INF/descant/rules"));
        Files.writeString(packaged.resolve("c.opt"), "// c\n");
        Files.writeString(packaged.resolve("other.opt"), "// of another folder\n");

        Files.writeString(source.resolve("b.opt"), "// changed\n");
        Files.delete(source.resolve("c.opt"));
        copy();

        assertThat(Files.getLastModifiedTime(copies.resolve("a.opt"))).isEqualTo(LONG_AGO);
        assertThat(copies.resolve("b.opt")).hasContent("// changed\n");
        assertThat(copies.resolve("c.opt")).doesNotExist();
        assertThat(packaged.resolve("c.opt")).doesNotExist();
        assertThat(packaged.resolve("other.opt")).exists();
    }

    private void copy() {
        RuleResources.copy(new SourceRoot(source, "opt"), target, classes);
    }
}

package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.descant.grammar.source.SourceText;

/** The rules of the library, whose files are in a folder or, once the library is packaged, in a jar. */
final class LibraryRules {
    private static final String FOLDER = "/META-INF/descant/rules";
    private static final String SUFFIX = ".opt";

    private LibraryRules() {}

    static List<String> names() throws IOException {
        URLConnection folder = LibraryRules.class.getResource(FOLDER).openConnection();
        try (Stream<String> files = folder instanceof JarURLConnection jar
                ? jar.getJarFile().stream().map(ZipEntry::getName).filter(name -> ("/" + name).startsWith(FOLDER))
                : Files.list(Path.of(folder.getURL().getPath())).map(Path::toString)) {
            List<String> names = files.map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(100);
            return names;
        }
    }

    static SourceText source(String rule) throws IOException {
        try (InputStream stream = LibraryRules.class.getResourceAsStream(FOLDER + "/" + rule + SUFFIX)) {
            return new SourceText(rule + SUFFIX, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

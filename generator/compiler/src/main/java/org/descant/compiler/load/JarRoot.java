package org.descant.compiler.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.descant.grammar.source.SourceText;

/** The rule files under a folder of a jar. They are read when this is made: a jar may be replaced while a build server runs. */
public final class JarRoot implements ImportRoot {
    private final String jar;
    private final Map<String, byte[]> files;

    private JarRoot(String jar, Map<String, byte[]> files) {
        this.jar = jar;
        this.files = files;
    }

    /**
     * Reads a jar; of what is no jar, nothing.
     *
     * @param folder without a slash at its ends: {@code META-INF/descant/rules}
     * @throws IOException if it cannot be read
     */
    public static JarRoot of(Path jar, String folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        String prefix = folder + "/";
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".opt")) {
                    try (InputStream stream = file.getInputStream(entry)) {
                        files.put(entry.getName().substring(prefix.length()), stream.readAllBytes());
                    }
                }
            }
        } catch (ZipException noJar) {
            // A class path can hold other files, such as native libraries.
            files.clear();
        }
        return new JarRoot(String.valueOf(jar.getFileName()), files);
    }

    /** Whether there is no rule file. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    @Override
    public Optional<SourceText> find(ImportName name) throws ImportRefusedException {
        byte[] bytes = files.get(name.toString());
        if (bytes == null) {
            return Optional.empty();
        }
        try (InputStream stream = new ByteArrayInputStream(bytes)) {
            return Optional.of(SourceDecoder.decode(jar + "!/" + name, stream));
        } catch (IOException e) {
            throw new ImportRefusedException("'" + name + "' cannot be read");
        }
    }
}

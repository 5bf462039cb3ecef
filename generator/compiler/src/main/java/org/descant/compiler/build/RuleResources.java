package org.descant.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.load.ImportPath;

/** The rule files of a source directory, laid out as they stand in a jar, where other projects import them by their names. */
public final class RuleResources {
    private RuleResources() {}

    /**
     * Copies all rule files to {@link ImportPath#LIBRARY} under a directory, which is for them alone: those that vanished vanish there.
     * What has not changed is not written.
     *
     * @param packaged where the build tool copies them on to, and never deletes one: those that vanished are deleted there, too
     * @throws FileException if a file cannot be read, written or deleted
     */
    public static void copy(SourceRoot source, Path directory, Path packaged) {
        SourceRoot copies = new SourceRoot(directory.resolve(ImportPath.LIBRARY), "");
        try {
            List<String> names = source.names();
            Map<Path, byte[]> contents = new LinkedHashMap<>();
            for (String name : names) {
                byte[] content = Files.readAllBytes(source.directory().resolve(name));
                Path copy = copies.directory().resolve(name);
                if (!Files.isRegularFile(copy) || !ContentHash.of(copy).equals(ContentHash.of(content))) {
                    contents.put(copy, content);
                }
            }
            List<Path> gone = copies.names().stream()
                    .filter(name -> !names.contains(name))
                    .flatMap(name -> Stream.of(directory, packaged)
                            .map(root -> root.resolve(ImportPath.LIBRARY).resolve(name)))
                    .toList();
            SourceFiles.replace(contents, gone);
        } catch (IOException unreadable) {
            throw new FileException(source.directory() + " cannot be read: " + FileProblem.of(unreadable));
        }
    }
}

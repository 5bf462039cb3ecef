package org.descant.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.descant.compiler.load.DirectoryRoot;
import org.descant.compiler.load.ImportName;
import org.descant.compiler.load.ImportRefusedException;
import org.descant.compiler.load.ImportRoot;
import org.descant.grammar.source.SourceText;

/**
 * A directory of rule files, whose folders are packages.
 *
 * @param shown what diagnostics call it: the path from where the person stands who builds
 */
public record SourceRoot(Path directory, String shown) implements ImportRoot {
    /** What editors leave behind, and folders of version control. */
    private static final Pattern HIDDEN = Pattern.compile("(?:.*/)?\\..*");

    /**
     * The names of all rule files, from here and with slashes, in the order of the alphabet; none if there is no such directory.
     *
     * @throws IOException if the directory cannot be listed
     */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name ->
                            name.endsWith(".opt") && !HIDDEN.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<SourceText> find(ImportName name) throws ImportRefusedException {
        return new DirectoryRoot(directory)
                .find(name)
                .map(source -> new SourceText(shown(name.toString()), source.text()));
    }

    /** What diagnostics call a file. */
    String shown(String name) {
        return shown.isEmpty() ? name : shown + "/" + name;
    }

    /** The file that a text stands in, if it is one of these. */
    public Optional<Path> file(SourceText text) {
        String prefix = shown("");
        return Optional.of(text.name())
                .filter(name -> name.startsWith(prefix) && name.endsWith(".opt"))
                .map(name -> directory.resolve(name.substring(prefix.length())))
                .filter(Files::exists);
    }
}

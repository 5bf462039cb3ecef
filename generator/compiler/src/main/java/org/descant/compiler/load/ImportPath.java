package org.descant.compiler.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where imports are looked for that are not beside the file: the first root that has the file wins. */
public record ImportPath(List<ImportRoot> roots) {
    /** No place at all. */
    public static final ImportPath EMPTY = new ImportPath(List.of());

    /** Where libraries of rules keep their files on the class path. */
    public static final String LIBRARY = "META-INF/descant/rules";

    public ImportPath {
        roots = List.copyOf(roots);
    }

    /** The libraries that a class loader sees. */
    public static ImportPath library(ClassLoader loader) {
        return new ImportPath(List.of(new ClassPathRoot(loader, LIBRARY)));
    }

    /**
     * The libraries of a class path that is no class loader's.
     *
     * @param classPath jars and directories; what does not exist is passed over
     * @throws IOException if a jar cannot be read
     */
    public static ImportPath library(List<Path> classPath) throws IOException {
        List<ImportRoot> roots = new ArrayList<>();
        for (Path element : classPath) {
            Path folder = element.resolve(LIBRARY);
            if (Files.isDirectory(folder)) {
                roots.add(new DirectoryRoot(folder));
            } else if (Files.isRegularFile(element)) {
                JarRoot jar = JarRoot.of(element, LIBRARY);
                if (!jar.isEmpty()) {
                    roots.add(jar);
                }
            }
        }
        return new ImportPath(roots);
    }
}

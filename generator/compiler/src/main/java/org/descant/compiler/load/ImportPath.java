package org.descant.compiler.load;

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
}

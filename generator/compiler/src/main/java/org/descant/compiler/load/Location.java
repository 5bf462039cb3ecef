package org.descant.compiler.load;

/** Where a file was found. */
record Location(ImportRoot root, ImportName name) {
    /** Where an import of that file is looked for first. */
    Location beside(ImportName other) {
        return new Location(root, name.beside(other));
    }
}

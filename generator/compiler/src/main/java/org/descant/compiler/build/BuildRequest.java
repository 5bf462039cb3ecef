package org.descant.compiler.build;

import java.nio.file.Path;
import org.descant.compiler.load.ImportPath;

/**
 * Which rule files are to become classes, and where.
 *
 * @param source where they stand, and where their imports are looked for first
 * @param chosen which of them become classes; the others can be imported all the same
 * @param imports where imports are looked for next
 * @param output where the folders of the packages begin
 * @param state the file that remembers what was done; it holds nothing that another machine could not have
 */
public record BuildRequest(
        SourceRoot source, PathPatterns chosen, ImportPath imports, Path output, Path state, BuildOptions options) {}

package org.descant.compiler.build;

import java.util.List;
import org.descant.compiler.emit.CompilerVersion;

/**
 * What a build is told besides its files.
 *
 * @param packageName the package of rules that stand in no folder; folders are its subpackages. Empty for none
 * @param relaxed whether rewrites may change bits where that saves time
 * @param vectors whether the vector forms of rules are written beside their classes
 * @param failOnWarning whether a warning makes a rule wrong
 * @param compiler what tells one compiler from another beyond its version; empty for nothing
 */
public record BuildOptions(
        String packageName, boolean relaxed, boolean vectors, boolean failOnWarning, String compiler) {
    /** What compilers do unless told. */
    public static final BuildOptions STANDARD = new BuildOptions("", false, false, false, "");

    /** What is equal only if the same texts give the same classes and messages. */
    String identity() {
        return ContentHash.of(List.of(CompilerVersion.TEXT, compiler, packageName, relaxed, vectors, failOnWarning)
                .toString());
    }
}

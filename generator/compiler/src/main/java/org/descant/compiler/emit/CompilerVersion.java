package org.descant.compiler.emit;

/** The version of the compiler, which generated classes carry and caches are keyed by. */
public final class CompilerVersion {
    public static final String TEXT = "0.1.0";

    private CompilerVersion() {}
}

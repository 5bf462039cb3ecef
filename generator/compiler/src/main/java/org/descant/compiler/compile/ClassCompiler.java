package org.descant.compiler.compile;

import java.util.List;
import java.util.Map;
import org.descant.compiler.emit.JavaSource;

/** A compiler of Java source, in memory. Both that there are give the same bits of result. */
public interface ClassCompiler {
    /** How messages and options call it: {@code janino}. */
    String name();

    /** Hears that it will be needed soon, and may do beforehand, in a thread of its own, what needs no source. */
    default void prepare() {}

    /**
     * The class files of some sources, each under its binary name.
     *
     * @throws CodeTooLargeException if a method becomes larger than a class file can hold
     * @throws ClassCompilerException if the compiler refuses a source, which is a bug of Descant and not of a rule
     */
    Map<String, byte[]> compile(List<JavaSource> sources);
}

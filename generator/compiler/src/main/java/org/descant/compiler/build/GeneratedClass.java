package org.descant.compiler.build;

import java.nio.charset.StandardCharsets;
import org.descant.compiler.emit.JavaSource;
import org.descant.grammar.source.Span;

/**
 * A class that came of a rule file.
 *
 * @param declared the optimizer or schedule
 * @param place where its name stands
 * @param className with its package
 */
record GeneratedClass(String declared, Span place, String className, String text) {
    GeneratedClass(String declared, Span place, JavaSource source) {
        this(declared, place, source.className(), source.text());
    }

    String path() {
        return className.replace('.', '/') + ".java";
    }

    /** What is written: printable ASCII and line ends alone, so that it means the same in whatever encoding a project has. */
    byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Written written() {
        return new Written(path(), declared, ContentHash.of(content()));
    }
}

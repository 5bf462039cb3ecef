package org.descant.compiler.build;

import org.descant.compiler.emit.JavaSource;
import org.descant.grammar.source.Span;

/**
 * A class that came of a rule file.
 *
 * @param declared the optimizer or schedule
 * @param place where its name stands
 */
record GeneratedClass(String declared, Span place, JavaSource source) {
    String path() {
        return source.className().replace('.', '/') + ".java";
    }

    Written written() {
        return new Written(path(), declared, ContentHash.of(source.text()));
    }
}

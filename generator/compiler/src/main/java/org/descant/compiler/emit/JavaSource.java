package org.descant.compiler.emit;

import java.util.Optional;
import java.util.function.Supplier;

/** The source of one class. What is generated is not written before somebody asks for it, and then once. */
public final class JavaSource {
    private final String className;
    private final Written text;
    private final Written code;

    /**
     * A class of one text.
     *
     * @param className with its package
     */
    public JavaSource(String className, String text) {
        this(className, () -> text, () -> text);
    }

    JavaSource(String className, Supplier<String> text, Supplier<String> code) {
        this.className = className;
        this.text = new Written(text);
        this.code = new Written(code);
    }

    /** The name of the class, with its package. */
    public String className() {
        return className;
    }

    /** The file, as people read it. */
    public String text() {
        return text.get();
    }

    /** The same class for a compiler whose text nobody reads: types have their full names, so that nothing is imported. */
    public String code() {
        return code.get();
    }

    private static final class Written {
        private final Supplier<String> write;
        private Optional<String> written = Optional.empty();

        Written(Supplier<String> write) {
            this.write = write;
        }

        synchronized String get() {
            String text = written.orElseGet(write);
            written = Optional.of(text);
            return text;
        }
    }
}

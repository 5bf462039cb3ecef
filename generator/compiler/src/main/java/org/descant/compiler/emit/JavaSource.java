package org.descant.compiler.emit;

import java.util.function.Supplier;

/** The source of one class. What is generated is written when somebody asks for it, and each time anew. */
public final class JavaSource {
    private final String className;
    private final Supplier<String> text;
    private final Supplier<String> code;

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
        this.text = text;
        this.code = code;
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
}

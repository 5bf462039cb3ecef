package org.descant.compiler.compile;

/** Says that generated source was refused; its message holds what the compiler said, and the source. */
public final class ClassCompilerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClassCompilerException(String compiler, String complaint, String source) {
        super(compiler + " refused a generated class: " + complaint + "\n\n" + source);
    }
}

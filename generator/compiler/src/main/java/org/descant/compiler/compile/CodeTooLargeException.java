package org.descant.compiler.compile;

/** Says that generated source has a method of more bytecode than a class file can hold, which is 64 KB. */
public final class CodeTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CodeTooLargeException() {
        super("a method has more than 64 KB of bytecode");
    }
}

package org.descant.compiler.build;

/** Says that a file cannot be read or written; the message is the line that a person reads. */
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileException(String message) {
        super(message);
    }
}

package org.descant.compiler.load;

/** Says, in the words of a diagnostic, why a file that is there is not read. */
public final class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public ImportRefusedException(String message) {
        super(message);
    }

    /** The reason, as one sentence without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

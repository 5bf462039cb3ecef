package org.descant.proof.recorded;

/** A table of recordings that says what cannot be; the message names the place. */
public final class RecordingTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecordingTableException(String message) {
        super(message);
    }
}

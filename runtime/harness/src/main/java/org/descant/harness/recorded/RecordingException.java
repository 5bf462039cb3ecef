package org.descant.harness.recorded;

/** A recording that cannot be read; the message names the file, the place in it, and what to do. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}

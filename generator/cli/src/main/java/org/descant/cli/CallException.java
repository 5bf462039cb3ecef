package org.descant.cli;

/** A call that cannot be answered; the message is the line that the user reads. */
final class CallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallException(String message) {
        super(message);
    }
}

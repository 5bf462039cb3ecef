package org.descant.cli;

import java.util.Collection;
import org.descant.compiler.resolve.text.Words;

/** A call that cannot be answered; the message is the line that the user reads. */
final class CallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallException(String message) {
        super(message);
    }

    /** A name that means nothing: what is wrong with it, and which name may have been meant or which there are. */
    static CallException unknown(String message, String name, Collection<String> known) {
        return new CallException(message + "; " + Words.instead(name, known).orElse("there are none"));
    }
}

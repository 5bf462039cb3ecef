package org.descant.cli;

/** What the command's exit codes mean. */
final class ExitCode {
    /** All is well; warnings are. */
    static final int GOOD = 0;

    /** The rule is wrong: diagnostics say what is, or it differs from what it is held against. */
    static final int RULE = 1;

    /** The call is wrong: an option, a name, a file that cannot be read or written. */
    static final int CALL = 2;

    private ExitCode() {}
}

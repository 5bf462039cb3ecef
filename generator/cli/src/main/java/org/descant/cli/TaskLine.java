package org.descant.cli;

import org.descant.proof.validate.Task;
import org.descant.proof.validate.Validation;

/** One line on a terminal that says what is being validated. Without a terminal it says nothing. */
final class TaskLine implements Validation.Progress {
    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;

    TaskLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void begins(Task task, int done, int all) {
        if (terminal.errIsTerminal()) {
            terminal.err().print(WIPE + done + " of " + all + "  " + task.rule() + "  " + task.against());
            terminal.err().flush();
        }
    }

    void wipe() {
        if (terminal.errIsTerminal()) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }
}

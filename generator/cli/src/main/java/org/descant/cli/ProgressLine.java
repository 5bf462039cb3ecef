package org.descant.cli;

import java.util.Locale;
import org.descant.digits.Epoch;
import org.descant.digits.TrainingListener;

/** One line on a terminal that says how far a training has come, and is wiped when a pass is over. Without a terminal it says nothing. */
final class ProgressLine implements TrainingListener {
    private static final long INTERVAL_NANOS = 50_000_000;
    private static final int BAR = 20;
    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;
    private final String what;
    private final int epochs;
    private long last = System.nanoTime();
    private boolean shown;

    ProgressLine(Terminal terminal, String what, int epochs) {
        this.terminal = terminal;
        this.what = what;
        this.epochs = epochs;
    }

    @Override
    public void stepped(int epoch, int step, int steps, double loss) {
        long now = System.nanoTime();
        if (terminal.errIsTerminal() && now - last > INTERVAL_NANOS) {
            last = now;
            shown = true;
            int full = BAR * ((epoch - 1) * steps + step) / (epochs * steps);
            String bar = "#".repeat(full) + ".".repeat(BAR - full);
            terminal.err()
                    .print(WIPE
                            + String.format(
                                    Locale.ROOT,
                                    "%s  epoch %d of %d  [%s]  loss %.4f",
                                    what,
                                    epoch,
                                    epochs,
                                    bar,
                                    loss));
            terminal.err().flush();
        }
    }

    @Override
    public void finished(Epoch epoch) {
        if (shown) {
            shown = false;
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }
}

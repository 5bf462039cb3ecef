package org.descant.grammar.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Runs what should not make a logger warn of anything; what it says besides is not shown. */
public final class NoWarnings {
    private NoWarnings() {}

    /** Runs what makes the logger of a name warn of nothing. */
    public static void during(String name, Runnable work) {
        of(name, () -> {
            work.run();
            return work;
        });
    }

    /** What a supplier gives that makes the logger of a name warn of nothing. */
    public static <T> T of(String name, Supplier<T> work) {
        // Held here, or what is set of it would be forgotten.
        Logger logger = Logger.getLogger(name);
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.add(message.getMessage());
                }
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            T given = work.get();
            assertThat(warnings).as("warnings of %s", name).isEmpty();
            return given;
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
    }
}

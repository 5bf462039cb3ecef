package org.descant.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command line ended with and wrote. */
record Invocation(int exit, String out, String err) {
    /** Runs a command line in this process, with nothing on standard input and no terminal. */
    static Invocation of(String... arguments) {
        return withInput("", arguments);
    }

    static Invocation withInput(String input, String... arguments) {
        return run(input, false, arguments);
    }

    /** Runs a command line as if a person watched. */
    static Invocation onTerminal(String... arguments) {
        return run("", true, arguments);
    }

    private static Invocation run(String input, boolean isTerminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Terminal.writer(out),
                Terminal.writer(err),
                isTerminal,
                isTerminal);
        int exit = DescantCommand.run(terminal, arguments);
        return new Invocation(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

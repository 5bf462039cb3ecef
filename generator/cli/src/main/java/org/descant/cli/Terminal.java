package org.descant.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.descant.grammar.source.VisibleText;

/**
 * Where a command reads and writes: what it was asked for goes to {@code out}, everything said beside it to {@code err}. Text is UTF-8,
 * whatever the locale, as rule files are.
 *
 * @param outIsTerminal whether a person watches {@code out}; only then are there colours in it
 * @param errIsTerminal whether a person watches {@code err}; only then are there colours and a progress line in it
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
    /**
     * The streams of this process. The launcher says which of them are a terminal ({@code -Ddescant.terminal=out,err}); without it, the
     * JDK only knows whether all of them are. {@code NO_COLOR} and a dumb terminal are respected.
     */
    static Terminal ofProcess() {
        boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        String told = System.getProperty("descant.terminal");
        List<String> terminals =
                told == null ? (isConsole() ? List.of("out", "err") : List.of()) : Arrays.asList(told.split(",", -1));
        return new Terminal(
                System.in,
                writer(new PipeOutput(new FileOutputStream(FileDescriptor.out))),
                writer(System.err),
                wanted && terminals.contains("out"),
                wanted && terminals.contains("err"));
    }

    /** Says something in a line or more; what it quotes cannot steer the terminal. */
    void say(String message) {
        err.println("descant: " + message.lines().map(VisibleText::of).collect(Collectors.joining("\n")));
        err.flush();
    }

    static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** From JDK 22 on there is a console even where there is no terminal; it can be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}

package org.descant.cli;

/** The entry of the runnable jar. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(DescantCommand.run(Terminal.ofProcess(), arguments));
    }
}

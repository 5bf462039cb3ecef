package org.descant.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs one of the programs of this package. */
final class Child {
    private static final double NANOS = 1e6;

    private Child() {}

    /** Milliseconds from the start of the JVM until the program says something. */
    static double untilItSpeaks(Class<?> program, Object... arguments) throws IOException {
        long began = System.nanoTime();
        Process process = start(program, arguments);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            double millis = (System.nanoTime() - began) / NANOS;
            finish(process, program, line != null);
            return millis;
        }
    }

    /** The milliseconds that the program says, in nanoseconds, one number a line. */
    static List<Double> saidBy(Class<?> program, Object... arguments) throws IOException {
        Process process = start(program, arguments);
        List<Double> millis = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line -> millis.add(Long.parseLong(line) / NANOS));
        }
        finish(process, program, !millis.isEmpty());
        return millis;
    }

    private static Process start(Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void finish(Process process, Class<?> program, boolean hasSpoken) throws IOException {
        try {
            if (process.waitFor() != 0 || !hasSpoken) {
                throw new IOException(program.getSimpleName() + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

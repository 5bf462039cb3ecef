package org.descant.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs one of the programs of this module. */
public final class Child {
    private static final double NANOS = 1e6;

    private Child() {}

    /** Milliseconds from the start of the JVM until the program says something. */
    public static double untilItSpeaks(Class<?> program, Object... arguments) throws IOException {
        long began = System.nanoTime();
        Process process = start(List.of(), program, arguments);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            double millis = (System.nanoTime() - began) / NANOS;
            finish(process, program, line != null);
            return millis;
        }
    }

    /** The milliseconds that the program says, in nanoseconds, one number a line. */
    public static List<Double> millisSaidBy(Class<?> program, Object... arguments) throws IOException {
        return saidBy(List.of(), program, arguments).stream()
                .map(nanos -> nanos / NANOS)
                .toList();
    }

    /**
     * The numbers that the program says, one a line.
     *
     * @param options of the JVM
     */
    public static List<Long> saidBy(List<String> options, Class<?> program, Object... arguments) throws IOException {
        Process process = start(options, program, arguments);
        List<Long> numbers = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line -> numbers.add(Long.parseLong(line)));
        }
        finish(process, program, !numbers.isEmpty());
        return numbers;
    }

    private static Process start(List<String> options, Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
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

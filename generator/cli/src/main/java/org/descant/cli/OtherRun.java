package org.descant.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.runtime.VectorLoops;

/** A measurement in another JVM, which has the memory and the collector of this one and was started otherwise. */
final class OtherRun {
    private static final String SAID = "descant: ";

    private final Terminal terminal;
    private final List<String> flags;
    private final String option;
    private final String purpose;

    private OtherRun(Terminal terminal, List<String> flags, String option, String purpose) {
        this.terminal = terminal;
        this.flags = flags;
        this.option = option;
        this.purpose = purpose;
    }

    /**
     * The times in a JVM that makes no vector code. If a loop takes as long there as here, it is no vector code here either: C2 does not say when
     * it gives up, but this shows it, on any JDK.
     */
    static OtherRun scalar(Terminal terminal) {
        return scalar(terminal, List.of());
    }

    /** @param more flags of that JVM */
    static OtherRun scalar(Terminal terminal, List<String> more) {
        List<String> flags = new ArrayList<>(List.of("-XX:-UseSuperWord"));
        flags.addAll(more);
        return new OtherRun(terminal, flags, BenchCommand.ONLY_TIMES, "whether this is vector code");
    }

    /** What vector forms bring in a JVM that has the Vector API and uses those that are faster. */
    static OtherRun withVectors(Terminal terminal) {
        List<String> flags = List.of("--add-modules", "jdk.incubator.vector", "-D" + VectorLoops.PROPERTY + "=wait");
        return new OtherRun(terminal, flags, BenchCommand.ONLY_VECTORS, "what the Vector API brings");
    }

    /**
     * What the run says of rules, by their names; nothing of those that could not be measured, which is told.
     *
     * @param call the arguments of {@code bench}; none where it cannot be made a second time
     */
    Map<String, List<String>> lines(List<String> call) {
        if (call.isEmpty()) {
            return Map.of();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(shared(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("bench", option));
        command.addAll(call);
        try {
            Path errors = Files.createTempFile("descant-bench", ".err");
            try {
                return run(new ProcessBuilder(command).redirectError(errors.toFile()), errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those flags of a JVM that say how much memory it takes and how it collects. */
    static List<String> shared(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith("-Xm") || flag.matches("-XX:(.Use\\w+GC|.*(RAM|Heap|NewSize).*)"))
                .toList();
    }

    private Map<String, List<String>> run(ProcessBuilder builder, Path errors) throws IOException {
        Process process = builder.start();
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            tell(exit, Files.readString(errors));
            return read(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } finally {
            process.destroy();
            forget(end);
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // It runs just now.
        }
    }

    /** What went wrong with single rules, or with the whole. */
    private void tell(int exit, String errors) {
        List<String> said = errors.lines()
                .filter(line -> line.startsWith(SAID))
                .map(line -> line.substring(SAID.length()))
                .toList();
        if (exit == ExitCode.GOOD) {
            said.forEach(line -> terminal.say(purpose + ": " + line));
        } else {
            String last = errors.lines()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .reduce((first, second) -> second)
                    .orElse("it ended with " + exit);
            String why = said.isEmpty() ? last : said.get(said.size() - 1);
            terminal.say(purpose + " could not be measured: " + why);
        }
    }

    private static Map<String, List<String>> read(String text) {
        Map<String, List<String>> lines = new HashMap<>();
        text.lines().map(line -> Arrays.asList(line.split(" "))).forEach(words -> {
            lines.put(words.get(0), List.copyOf(words.subList(1, words.size())));
        });
        return lines;
    }
}

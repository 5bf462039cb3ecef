package org.descant.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.runtime.VectorLoops;

/** The same measurement in another JVM, which was started otherwise. */
final class OtherRun {
    /** That of {@code ./descant bench}. */
    private static final String COLLECTOR = "-XX:+UseG1GC";

    private final Terminal terminal;
    private final List<String> flags;
    private final String purpose;

    private OtherRun(Terminal terminal, List<String> flags, String purpose) {
        this.terminal = terminal;
        this.flags = flags;
        this.purpose = purpose;
    }

    /**
     * In a JVM that makes no vector code. If a loop takes as long there as here, it is no vector code here either: C2 does not say when
     * it gives up, but this shows it, on any JDK.
     */
    static OtherRun scalar(Terminal terminal) {
        return new OtherRun(terminal, List.of(COLLECTOR, "-XX:-UseSuperWord"), "whether this is vector code");
    }

    /** In a JVM that has the Vector API, which uses the vector forms of rules where they are faster. */
    static OtherRun withVectors(Terminal terminal) {
        List<String> flags =
                List.of(COLLECTOR, "--add-modules", "jdk.incubator.vector", "-D" + VectorLoops.PROPERTY + "=wait");
        return new OtherRun(terminal, flags, "what the Vector API brings");
    }

    /**
     * The times of rules, by their names; none if they could not be measured.
     *
     * @param call the arguments of the command; none where it cannot be made a second time
     */
    Map<String, Double> times(List<String> call) {
        if (call.isEmpty()) {
            return Map.of();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(call);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                terminal.err().println("descant: " + purpose + " could not be measured");
            }
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<String, Double> read(String text) {
        Map<String, Double> times = new HashMap<>();
        text.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2)
                .forEach(words -> {
                    times.put(words[0], Double.valueOf(words[1]));
                });
        return times;
    }
}

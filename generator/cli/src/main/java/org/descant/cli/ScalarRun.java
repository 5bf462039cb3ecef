package org.descant.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same measurement in a JVM that makes no vector code. If a loop takes as long there as here, it is no vector code here either: C2 does not say when
 * it gives up, but this shows it, on any JDK.
 */
final class ScalarRun {
    private final Terminal terminal;

    ScalarRun(Terminal terminal) {
        this.terminal = terminal;
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UseSuperWord",
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(call);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                terminal.err().println("descant: whether this is vector code could not be measured");
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

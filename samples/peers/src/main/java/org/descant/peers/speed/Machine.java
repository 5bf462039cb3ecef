package org.descant.peers.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What numbers of speed have to be read with. */
record Machine(String java, String processor, int processors, double load) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() {
        return new Machine(
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processorName() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s; %s, %d processors; load %.1f", java, processor, processors, load);
    }
}

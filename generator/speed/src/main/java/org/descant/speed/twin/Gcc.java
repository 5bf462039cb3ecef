package org.descant.speed.twin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The C compiler of this machine, with the flags under which a loop of the same equations is fastest and keeps the bits of Java: no product and sum
 * are made one operation.
 */
public final class Gcc {
    /** What every comparison is to be read with. */
    public static final List<String> FLAGS = List.of(
            "-O3",
            "-march=native",
            "-mprefer-vector-width=512",
            "-fno-math-errno",
            "-fno-trapping-math",
            "-ffp-contract=off");

    private static final AtomicInteger LIBRARIES = new AtomicInteger();

    private final Path folder;

    private Gcc(Path folder) {
        this.folder = folder;
    }

    /**
     * The compiler, with the bridge between its functions and Java loaded; nothing, with what is missing, where that cannot be.
     *
     * @param missing takes what is missing, as one sentence
     */
    public static Optional<Gcc> find(Consumer<String> missing) {
        if (!System.getProperty("os.name").equals("Linux") || !isOnPath()) {
            missing.accept("no gcc on this machine (Debian: apt-get install gcc)");
            return Optional.empty();
        }
        Path headers = Path.of(System.getProperty("java.home"), "include");
        if (!Files.exists(headers.resolve("jni.h"))) {
            missing.accept("no jni.h in " + headers + ": a JDK is needed");
            return Optional.empty();
        }
        try {
            Gcc gcc = new Gcc(temporaryFolder());
            NativeCode.load(
                    gcc.compile(text("bridge.c"), List.of("-I" + headers, "-I" + headers.resolve("linux"), "-ldl")));
            return Optional.of(gcc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOnPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, "gcc")));
    }

    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("descant-c");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Gcc.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A shared library of a text of C. */
    Path compile(String text) {
        try {
            return compile(text, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compile(String text, List<String> more) throws IOException {
        String name = "twin" + LIBRARIES.incrementAndGet();
        Path source = folder.resolve(name + ".c");
        Path library = folder.resolve(name + ".so");
        Files.writeString(source, text);
        source.toFile().deleteOnExit();
        library.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC"));
        command.addAll(FLAGS);
        command.addAll(List.of("-o", library.toString(), source.toString(), "-lm"));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("gcc refuses what was written for it:\n" + output + "\n" + text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while gcc was running", e);
        }
        return library;
    }
}

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
import org.descant.runtime.ElementType;
import org.descant.speed.c.CSource;

/**
 * The C compiler of this machine, with the flags under which a loop of the same equations is fastest and keeps the bits of Java: no product and sum
 * are made one operation.
 */
public final class Gcc {
    /** What every comparison is to be read with. */
    public static final List<String> FLAGS = flags(System.getProperty("os.arch"));

    private static final AtomicInteger LIBRARIES = new AtomicInteger();

    private final Path folder;
    private final String command;

    private Gcc(Path folder, String command) {
        this.folder = folder;
        this.command = command;
    }

    /**
     * The compiler, with the bridge between its functions and Java loaded; nothing, with what is missing, where that cannot be.
     *
     * @param missing takes what is missing, as one sentence
     */
    public static Optional<Gcc> find(Consumer<String> missing) {
        return find("gcc", missing);
    }

    /** @param command its name, or its path */
    static Optional<Gcc> find(String command, Consumer<String> missing) {
        if (!System.getProperty("os.name").equals("Linux") || !isThere(command)) {
            missing.accept("no gcc on this machine (Debian: apt-get install gcc)");
            return Optional.empty();
        }
        Path headers = Path.of(System.getProperty("java.home"), "include");
        if (!Files.exists(headers.resolve("jni.h"))) {
            missing.accept("no jni.h in " + headers + ": a JDK is needed");
            return Optional.empty();
        }
        try {
            Gcc gcc = new Gcc(temporaryFolder(), command);
            Path bridge =
                    gcc.compile(text("bridge.c"), List.of("-I" + headers, "-I" + headers.resolve("linux"), "-ldl"));
            for (ElementType type : ElementType.values()) {
                gcc.compile(CSource.prelude(type), List.of());
            }
            NativeCode.load(bridge);
            return Optional.of(gcc);
        } catch (RefusedSource refused) {
            missing.accept("gcc does not take what is written for it (gcc 12 or newer does): " + refused.firstLine());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An option for one kind of processor is an error on another. */
    static List<String> flags(String processor) {
        List<String> flags = new ArrayList<>(
                List.of("-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=off"));
        if (processor.equals("amd64") || processor.equals("x86_64")) {
            flags.add(2, "-mprefer-vector-width=512");
        }
        return List.copyOf(flags);
    }

    private static boolean isThere(String command) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(command)));
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
        List<String> call = new ArrayList<>(List.of(command, "-shared", "-fPIC"));
        call.addAll(FLAGS);
        call.addAll(List.of("-o", library.toString(), source.toString(), "-lm"));
        call.addAll(more);
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new RefusedSource(output, text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while gcc was running", e);
        }
        return library;
    }
}

package org.descant.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script at the root, in a checkout and with a Java and a Maven that only say what they were asked. */
abstract class LauncherFixture {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tr");

    Path temporary;
    Path checkout;
    Path tools;
    Path javaHome;
    final Map<Process, Path> errors = new HashMap<>();

    /** What a run of the launcher ended with. */
    record Result(int exit, String out, String err) {}

    @BeforeEach
    void layOut(@TempDir Path directory) throws IOException {
        temporary = directory.toRealPath();
        checkout = Files.createDirectories(temporary.resolve("a checkout"));
        Files.copy(Path.of(System.getProperty("descant.root"), "descant"), checkout.resolve("descant"));
        executable(checkout.resolve("descant"), Files.readString(checkout.resolve("descant")));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        for (String module : List.of(".mvn", "grammar", "generator/cli", "runtime", "samples")) {
            Path main = checkout.resolve(module).resolve("src/main/java");
            Files.createDirectories(main);
            Files.writeString(main.resolve("A.java"), module);
        }
        tools = Files.createDirectories(temporary.resolve("bin"));
        for (String tool : TOOLS) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + onThePath(tool) + " \"$@\"\n");
        }
        javaHome = temporary.resolve("jdk");
        executable(javaHome.resolve("bin/java"), """
                #!/bin/sh
                for option; do
                  case $option in -XX:ArchiveClassesAtExit=*) echo classes >"${option#*=}" ;; esac
                done
                echo "ran $*"
                """);
        executable(javaHome.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.createSymbolicLink(tools.resolve("java"), javaHome.resolve("bin/java"));
        maven(
                "3.8.7",
                "sleep 0.3; echo x >>\"$BUILDS\"; mkdir -p \"$out/descant-cli\"; echo jar >\"$out/descant-cli/descant.jar\"");
    }

    Result launch(Path script, String... arguments) throws Exception {
        return finish(start(script, arguments));
    }

    /** Begins a run in a directory of its own, with nothing on the path but the tools laid out. */
    Process start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createTempDirectory(temporary, "cwd").toFile());
        builder.redirectError(builder.directory().toPath().resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("BUILDS", temporary.resolve("builds").toString());
        Process process = builder.start();
        errors.put(process, builder.directory().toPath().resolve("err"));
        return process;
    }

    Result finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(errors.get(process)));
    }

    int builds() throws IOException {
        return Files.readAllLines(temporary.resolve("builds")).size();
    }

    void maven(String version, String build) throws IOException {
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                if [ "$1" = -v ]; then echo "Apache Maven %s (abc)"; exit; fi
                for argument in "$@"; do case $argument in -Ddescant.out=*) out=${argument#-Ddescant.out=} ;; esac; done
                %s
                """.formatted(version, build));
    }

    static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThePath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on the path"));
    }

    static List<String> listing(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}

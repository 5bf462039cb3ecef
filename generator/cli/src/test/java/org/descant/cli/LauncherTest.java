package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script at the root, in a checkout and with a Java and a Maven that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
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
    private static final String NEEDS_JDK =
            "         Descant needs a JDK, 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)";

    private Path temporary;
    private Path checkout;
    private Path tools;
    private Path javaHome;
    private final Map<Process, Path> errors = new HashMap<>();

    /** What a run of the launcher ended with. */
    private record Result(int exit, String out, String err) {}

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

    @Test
    void firstUse_buildsAndRuns() throws Exception {
        Result result = launch(checkout.resolve("descant"), "train", "adam");

        assertThat(result.out())
                .matches(
                        "ran -Xshare:auto -XX:SharedArchiveFile=.*/a checkout/.descant/descant-[0-9-]+\\.jsa -Xlog:disable"
                                + " -XX:\\+UseSerialGC -Ddescant.terminal= -jar .*/a checkout/.descant/descant-[0-9-]+\\.jar train adam\n");
        assertThat(result.err()).matches("""
                        descant: building for the first use; this fetches libraries and takes a minute or two
                        descant: built in \\d+ s
                        """);
        assertThat(result.exit()).isZero();
        assertThat(listing(checkout.resolve(".descant")))
                .hasSize(2)
                .anySatisfy(file -> assertThat(file).matches("descant-[0-9-]+\\.jar"))
                .anySatisfy(file -> assertThat(file).matches("descant-[0-9-]+\\.jsa"));
    }

    @Test
    void bench_hasTheCollectorOfMostPrograms_andMostOfTheMemory() throws Exception {
        Result result = launch(checkout.resolve("descant"), "bench", "adam");

        assertThat(result.out())
                .contains(" -XX:+UseG1GC -XX:MaxRAMPercentage=80 ")
                .doesNotContain("UseSerialGC");
    }

    @Test
    void javaThatMakesNoArchive_isAskedOnce() throws Exception {
        executable(javaHome.resolve("bin/java"), "#!/bin/sh\necho x >>\"$BUILDS\"\necho \"ran $*\"\n");
        launch(checkout.resolve("descant"), "train", "adam");
        Result result = launch(checkout.resolve("descant"), "train", "adam");

        assertThat(result.out()).matches("ran -XX:\\+UseSerialGC -Ddescant.terminal= -jar .*\\.jar train adam\n");
        // The build, the archive, and two runs.
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void anotherJava_hasAnArchiveOfItsOwn() throws Exception {
        launch(checkout.resolve("descant"));
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
        assertThat(listing(checkout.resolve(".descant"))).hasSize(3);
    }

    @Test
    void shortCommand_runsInTheQuickCompilerOfTheJvm() throws Exception {
        launch(checkout.resolve("descant"));

        assertThat(launch(checkout.resolve("descant"), "check", "adam").out()).contains(" -XX:TieredStopAtLevel=1 ");
        assertThat(launch(checkout.resolve("descant"), "validate", "adam").out())
                .doesNotContain("Tiered");
    }

    @Test
    void secondUse_buildsNothingAndSaysNothing() throws Exception {
        launch(checkout.resolve("descant"));
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("jar rules\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedSource_isBuiltAgain() throws Exception {
        launch(checkout.resolve("descant"));
        Files.writeString(checkout.resolve("runtime/src/main/java/A.java"), "changed");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result.err()).startsWith("descant: the sources have changed; building\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void removedSource_isBuiltAgain() throws Exception {
        launch(checkout.resolve("descant"));
        Files.delete(checkout.resolve("runtime/src/main/java/A.java"));
        launch(checkout.resolve("descant"));

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void changedTestOrTarget_isNotBuiltAgain() throws Exception {
        launch(checkout.resolve("descant"));
        for (String folder : List.of("runtime/src/test/java", "runtime/target/src/main")) {
            Files.createDirectories(checkout.resolve(folder));
            Files.writeString(checkout.resolve(folder).resolve("B.java"), "new");
        }
        launch(checkout.resolve("descant"));

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void symbolicLink_isFollowed() throws Exception {
        Path links = Files.createDirectories(temporary.resolve("links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../a checkout/descant"));
        Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
        Result result = launch(links.resolve("second"), "rules");

        assertThat(result.out()).contains("/a checkout/.descant/").endsWith(" rules\n");
    }

    @Test
    void twoFirstUsesAtOnce_buildOnce() throws Exception {
        Process first = start(checkout.resolve("descant"), "one");
        Process second = start(checkout.resolve("descant"), "two");

        assertThat(finish(first).out()).endsWith(" one\n");
        assertThat(finish(second).out()).endsWith(" two\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void lockOfAProcessThatIsGone_isBroken() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(checkout.resolve(".descant/build." + gone.pid()));
        Files.createSymbolicLink(checkout.resolve(".descant/lock"), Path.of(Long.toString(gone.pid())));
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result.out()).endsWith(" rules\n");
        assertThat(listing(checkout.resolve(".descant"))).hasSize(2);
    }

    @Test
    void noJava_isSaid() throws Exception {
        Files.delete(tools.resolve("java"));
        Result result = launch(checkout.resolve("descant"));

        assertThat(result)
                .isEqualTo(new Result(
                        2, "", "descant: there is no Java on the PATH, and JAVA_HOME is not set\n" + NEEDS_JDK + "\n"));
    }

    @Test
    void oldJava_isSaid() throws Exception {
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"1.8.0_292\"\n");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "descant: the Java in " + javaHome + " is too old\n" + NEEDS_JDK
                                + ";\n         where several are installed, JAVA_HOME says which one is taken\n"));
    }

    @Test
    void javaThatDoesNotDescribeItself_isAsked() throws Exception {
        Files.delete(javaHome.resolve("release"));
        executable(
                javaHome.resolve("bin/java"),
                "#!/bin/sh\nif [ \"$2\" = -version ]; then echo '    java.home = " + javaHome
                        + "'; echo '    java.specification.version = 21'; else echo \"ran $*\"; fi >&1\n");
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result.out()).endsWith(" rules\n");
    }

    @Test
    void jre_isSaidWhereABuildIsNeeded() throws Exception {
        Files.delete(javaHome.resolve("bin/javac"));
        Result result = launch(checkout.resolve("descant"));

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "descant: the Java in " + javaHome
                                + " is a JRE: it runs programs but has no compiler\n         Building Descant needs a JDK, 17 or newer"
                                + " (Debian: apt-get install openjdk-17-jdk-headless)\n"));
    }

    @Test
    void jre_isEnoughOnceBuilt() throws Exception {
        launch(checkout.resolve("descant"));
        Files.delete(javaHome.resolve("bin/javac"));
        Files.delete(tools.resolve("mvn"));

        assertThat(launch(checkout.resolve("descant"), "rules").out()).endsWith(" rules\n");
    }

    @Test
    void noMaven_isSaid() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Result result = launch(checkout.resolve("descant"));

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "descant: there is no Maven (mvn) on the PATH\n         Building Descant needs Maven,"
                                + " 3.8 or newer (Debian: apt-get install maven)\n"));
    }

    @Test
    void oldMaven_isSaid() throws Exception {
        maven("3.6.3", "exit 1");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "descant: the Maven on the PATH is too old: 3.6.3\n         Building Descant needs Maven,"
                                + " 3.8 or newer (Debian: apt-get install maven)\n"));
    }

    @Test
    void noNetwork_isSaid() throws Exception {
        maven("3.9.9", "echo '[ERROR] Could not transfer artifact a:b:1 from central: Unknown host'; exit 1");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .endsWith("descant: the build needs libraries that could not be fetched: is there a network?\n"
                        + "         They are kept by Maven after the first build. The whole output is in " + checkout
                        + "/.descant/build.log\n");
    }

    @Test
    void failedBuild_showsTheErrorsAndLeavesNothingHalfDone() throws Exception {
        maven("3.9.9", "echo '[INFO] fine'; echo '[ERROR] A.java:[1,2] no such thing'; exit 1");
        Result result = launch(checkout.resolve("descant"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .endsWith("[ERROR] A.java:[1,2] no such thing\ndescant: the build failed; the whole output is in "
                        + checkout + "/.descant/build.log\n");
        assertThat(listing(checkout.resolve(".descant"))).containsExactly("build.log");
    }

    private Result launch(Path script, String... arguments) throws Exception {
        return finish(start(script, arguments));
    }

    /** Begins a run in a directory of its own, with nothing on the path but the tools laid out. */
    private Process start(Path script, String... arguments) throws IOException {
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

    private Result finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(errors.get(process)));
    }

    private int builds() throws IOException {
        return Files.readAllLines(temporary.resolve("builds")).size();
    }

    private void maven(String version, String build) throws IOException {
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                if [ "$1" = -v ]; then echo "Apache Maven %s (abc)"; exit; fi
                for argument in "$@"; do case $argument in -Ddescant.out=*) out=${argument#-Ddescant.out=} ;; esac; done
                %s
                """.formatted(version, build));
    }

    private static void executable(Path file, String text) throws IOException {
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

    private static List<String> listing(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}

package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest extends LauncherFixture {
    private static final String NEEDS_JDK =
            "         Descant needs a JDK, 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)";

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
    void bench_hasTheCollectorOfMostPrograms_smallRegions_andMostOfTheMemory() throws Exception {
        Result result = launch(checkout.resolve("descant"), "bench", "adam");

        assertThat(result.out())
                .contains(" -XX:+UseG1GC -XX:G1HeapRegionSize=1m -XX:MaxRAMPercentage=80 ")
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
}

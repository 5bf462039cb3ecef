package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Builds that begin while another one is under way, or was. */
@DisabledOnOs(OS.WINDOWS)
class LauncherLockTest extends LauncherFixture {
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
        lockedBy(gone.pid());
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result.out()).endsWith(" rules\n");
        assertThat(result.err()).doesNotContain("waiting");
        assertThat(listing(checkout.resolve(".descant"))).hasSize(2);
    }

    @Test
    void oldLock_isBroken_thoughThereIsAProcessOfThatNumber() throws Exception {
        lockedBy(ProcessHandle.current().pid());
        makeOld(checkout.resolve(".descant/lock"));
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result.out()).endsWith(" rules\n");
        assertThat(result.err()).doesNotContain("waiting");
    }

    @Test
    void lockOfAProcess_isWaitedFor_andNamed() throws Exception {
        lockedBy(ProcessHandle.current().pid());
        Process waiting = start(checkout.resolve("descant"), "rules");
        while (Files.size(errors.get(waiting)) == 0) {
            Thread.sleep(20);
        }
        assertThat(waiting.isAlive()).isTrue();
        Files.delete(checkout.resolve(".descant/lock"));
        Result result = finish(waiting);

        assertThat(result.out()).endsWith(" rules\n");
        assertThat(result.err())
                .startsWith("descant: waiting for the build that process "
                        + ProcessHandle.current().pid() + " has begun; if that is no build, delete " + checkout
                        + "/.descant/lock\n");
    }

    @Test
    void directoryOfAnotherBuild_isDeletedOnlyIfOld() throws Exception {
        Path old = Files.createDirectories(checkout.resolve(".descant/build.1"));
        Files.createFile(old.resolve("a.class"));
        makeOld(old);
        Files.createDirectories(checkout.resolve(".descant/build.2"));
        launch(checkout.resolve("descant"), "rules");

        assertThat(listing(checkout.resolve(".descant"))).contains("build.2").doesNotContain("build.1");
    }

    @Test
    void linkThatCannotBeMade_isSaid() throws Exception {
        executable(tools.resolve("ln"), "#!/bin/sh\nexit 1\n");
        Result result = launch(checkout.resolve("descant"), "rules");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "descant: cannot make the symbolic link " + checkout
                                + "/.descant/lock, which a build needs\n"));
    }

    private void lockedBy(long process) throws IOException {
        Files.createDirectories(checkout.resolve(".descant"));
        Files.createSymbolicLink(checkout.resolve(".descant/lock"), Path.of(Long.toString(process)));
    }

    private static void makeOld(Path file) throws Exception {
        assertThat(new ProcessBuilder("touch", "-h", "-t", "202001010000", file.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}

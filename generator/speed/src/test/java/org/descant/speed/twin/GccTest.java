package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class GccTest {
    @Test
    void compilerThatRefusesThePrelude_isNone(@TempDir Path folder) throws IOException {
        assumeTrue(Gcc.find(missing -> {}).isPresent(), "no C compiler");

        assertThat(missing(folder, """
                for argument; do
                  case $argument in
                    *.c) if grep -q _Float16 "$argument"; then echo "In function r_f16:"; echo "x.c:3: error: unknown type name"; exit 1; fi ;;
                  esac
                done
                exec gcc "$@"
                """))
                .containsExactly("gcc does not take what is written for it (gcc 12 or newer does):"
                        + " x.c:3: error: unknown type name");
    }

    @Test
    void compilerThatKnowsNoOption_isNone(@TempDir Path folder) throws IOException {
        assertThat(missing(folder, "echo 'unrecognized option'; exit 1"))
                .containsExactly(
                        "gcc does not take what is written for it (gcc 12 or newer does): unrecognized option");
    }

    private static List<String> missing(Path folder, String script) throws IOException {
        Path compiler = Files.writeString(folder.resolve("gcc"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> said = new ArrayList<>();
        assertThat(Gcc.find(compiler.toString(), said::add)).isEmpty();
        return said;
    }

    @Test
    void optionOfOneProcessor_isForThatAlone() {
        assertThat(Gcc.flags("amd64")).contains("-mprefer-vector-width=512");
        assertThat(Gcc.flags("aarch64"))
                .noneMatch(flag -> flag.contains("vector-width"))
                .contains("-O3");
    }
}

package org.descant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @Test
    void listedRules_areOfTheLibrary_andHaveAReason(@TempDir Path folder) throws IOException {
        LibraryFolder.copy(folder);
        List<String> rules = LibraryFolder.files(folder).stream()
                .map(file -> file.getFileName().toString().replace(".opt", ""))
                .toList();

        assertThat(rules).containsAll(Guard.known().keySet());
        assertThat(Guard.known().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }
}

package org.descant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryFolderTest {
    private static final List<Path> FILES = List.of(Path.of("adam.opt"), Path.of("lamb.opt"), Path.of("lion.opt"));

    @Test
    void chosen_areThoseNamed_orAll() {
        assertThat(LibraryFolder.chosen(FILES, List.of())).isEqualTo(FILES);
        assertThat(LibraryFolder.chosen(FILES, List.of("lion", "adam"))).containsExactly(FILES.get(0), FILES.get(2));
    }

    @Test
    void nameOfNoRule_isRefused() {
        assertThatThrownBy(() -> LibraryFolder.chosen(FILES, List.of("adam", "lamp", "Lion")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the library has no rule lamp, Lion");
    }
}

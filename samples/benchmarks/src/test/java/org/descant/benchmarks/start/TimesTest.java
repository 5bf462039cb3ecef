package org.descant.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.descant.benchmarks.Child;
import org.descant.benchmarks.LibraryFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesTest {
    private static final List<Times> TIMES = List.of(
            new Times("a thing", "thing", List.of(3.0, 1.0, 2.0)),
            new Times("another", "other", List.of(1000.25, 2000.25)));

    @Test
    void table_hasALineForEach() {
        assertThat(Times.table(TIMES)).isEqualToNormalizingNewlines("""
                milliseconds                                                   median    least     most  times
                a thing                                                           2.0      1.0      3.0      3
                another                                                        1500.3   1000.3   2000.3      2
                """);
    }

    @Test
    void json_hasEveryTime() {
        assertThat(Times.json(TIMES)).isEqualTo("""
                [
                  {"name": "thing", "medianMillis": 2.000, "millis": [3.000, 1.000, 2.000]},
                  {"name": "other", "medianMillis": 1500.250, "millis": [1000.250, 2000.250]}
                ]
                """);
    }

    @Test
    void programs_say_whatIsAskedOfThem(@TempDir Path folder) throws IOException {
        LibraryFolder.copy(folder);
        Path adam = folder.resolve("adam.opt");

        assertThat(LibraryFolder.files(folder)).hasSizeGreaterThan(100).contains(adam);
        assertThat(Child.untilItSpeaks(FirstStep.class, adam)).isPositive();
        assertThat(Child.millisSaidBy(SecondRule.class, adam, folder.resolve("lion.opt")))
                .singleElement()
                .satisfies(millis -> assertThat(millis).isPositive());
    }
}

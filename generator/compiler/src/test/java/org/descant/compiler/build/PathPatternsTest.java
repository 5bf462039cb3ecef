package org.descant.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "**/*.opt, a.opt, true",
        "**/*.opt, com/example/a.opt, true",
        "*.opt, com/a.opt, false",
        "com/**, com/example/a.opt, true",
        "com/, com/example/a.opt, true",
        "com/**/a.opt, com/a.opt, true",
        "com/**/a.opt, com/x/y/a.opt, true",
        "com/*/a.opt, com/x/y/a.opt, false",
        "?.opt, a.opt, true",
        "?.opt, ab.opt, false",
        "a.opt, aXopt, false",
        "com\\a.opt, com/a.opt, true"
    })
    void pattern_matches(String pattern, String path, boolean matches) {
        assertThat(new PathPatterns(List.of(pattern), List.of()).match(path)).isEqualTo(matches);
        assertThat(new PathPatterns(List.of(), List.of(pattern)).match(path)).isEqualTo(!matches);
    }
}

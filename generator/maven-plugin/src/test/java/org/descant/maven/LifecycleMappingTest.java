package org.descant.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleMappingTest {
    private static final Pattern GOAL = Pattern.compile("<goal>([^<]+)</goal>");

    @Test
    void eclipse_isToldWhatToDoWithEachGoalOfALifecycle() throws IOException {
        Set<String> goals = goals("META-INF/maven/plugin.xml");
        goals.remove("help");

        assertThat(goals("META-INF/m2e/lifecycle-mapping-metadata.xml"))
                .isEqualTo(goals)
                .containsExactly("generate", "generate-test", "validate");
    }

    private static Set<String> goals(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LifecycleMappingTest.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return GOAL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

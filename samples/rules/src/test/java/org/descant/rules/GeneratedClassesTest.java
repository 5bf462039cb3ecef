package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library as a jar of classes that need no compiler. */
class GeneratedClassesTest {
    static Stream<String> names() {
        return LibraryRules.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachRuleThatCanBeGenerated_isAClass(String name) {
        Compilation parsed = Descant.compiler().run(LibraryRules.source(name), "parse");
        List<String> rules = Product.OPTIMIZER.definedBy(parsed.file().orElseThrow());

        assertThat(rules).isNotEmpty();
        for (String rule : rules) {
            if (LibraryRules.description(rule).isEmpty()) {
                assertThat(LibraryRules.tested(name).rule(rule).obstacles())
                        .as("what excludes " + rule + " from the classes in pom.xml")
                        .isNotEmpty();
            }
        }
    }

    @Test
    void adamW_isUsedLikeAnyClass() {
        float[] w = {1};
        float[] g = {0};
        AdamW adamW = new AdamW(Parameters.builder().tensor("w", w, g, 1).build())
                .lr(0.1)
                .weightDecay(0);

        for (int i = 0; i < 300; i++) {
            g[0] = 2 * w[0];
            adamW.step();
        }

        assertThat(w[0]).isBetween(-1e-2f, 1e-2f);
    }
}

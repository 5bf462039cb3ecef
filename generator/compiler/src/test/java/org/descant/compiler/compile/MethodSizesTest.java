package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.descant.compiler.emit.JavaSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodSizesTest {
    static List<ClassCompiler> compilers() {
        return RuleClassesTest.compilers().toList();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void sizes_areThoseOfTheCode(ClassCompiler compiler) {
        JavaSource source = new JavaSource("Small", """
                public final class Small {
                    private static final long LONG = 1L << 40;
                    private static final String TEXT = "text";
                    private Small() {}
                    static int one() { return 1; }
                    static double sum(double a, double b) { return a + b; }
                    static long big() { return LONG; }
                    static String text() { return TEXT; }
                    abstract static class Inner { abstract void none(); }
                }
                """);
        Map<String, Integer> sizes =
                MethodSizes.of(compiler.compile(List.of(source)).getOrDefault("Small", new byte[0]));
        assertThat(sizes)
                .containsEntry("one()I", 2)
                .containsEntry("sum(DD)D", 4)
                .containsEntry("<init>()V", 5);
    }
}

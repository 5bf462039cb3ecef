package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the library gives the same bits interpreted and generated. */
class AgreementTest {
    private static final int STEPS = 12;

    @TestFactory
    Stream<DynamicTest> generated_rule_givesTheInterpretersBits_inFloat() {
        return LibraryRules.names().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule, () -> assertAgrees(Subject.ofLibrary(rule), ElementType.FLOAT)));
    }

    @TestFactory
    Stream<DynamicTest> generated_rule_givesTheInterpretersBits_inDouble() {
        return LibraryRules.names().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule, () -> assertAgrees(Subject.ofLibrary(rule), ElementType.DOUBLE)));
    }

    @TestFactory
    Stream<DynamicTest> rule_withAnOptionTurned_givesTheInterpretersBits() {
        return LibraryRules.names().stream().flatMap(rule -> Subject.ofLibrary(rule).turnedOptions().entrySet().stream()
                .map(option -> DynamicTest.dynamicTest(rule + " with " + option, () -> {
                    Subject turned = Subject.ofLibrary(rule, Map.of(option.getKey(), option.getValue()));
                    assertThat(turned.diagnostics()).isEmpty();
                    assertAgrees(turned, ElementType.DOUBLE);
                })));
    }

    @TestFactory
    Stream<DynamicTest> rule_compiledByJavac_givesTheInterpretersBits() {
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        return LibraryRules.names().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule, () -> assertAgrees(Subject.ofLibrary(rule).compiledBy(javac), ElementType.FLOAT)));
    }

    private static void assertAgrees(Subject subject, ElementType type) {
        Replay interpreted = subject.interpreted(TestModel.TENSORS, type);
        Replay generated = subject.generated(TestModel.TENSORS, type);
        SplittableRandom random = new SplittableRandom(3);
        for (int t = 1; t <= STEPS; t++) {
            Map<String, double[]> gradients = TestModel.gradients(random);
            interpreted.step(gradients);
            generated.step(gradients);
            for (OracleCase.Start tensor : TestModel.TENSORS) {
                assertThat(generated.values(tensor.name()))
                        .as("%s after step %d", tensor.name(), t)
                        .isEqualTo(interpreted.values(tensor.name()));
            }
        }
    }
}

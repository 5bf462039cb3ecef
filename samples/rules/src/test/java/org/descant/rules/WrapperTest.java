package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.compare.RunResult;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule around a rule gives the bits of the same rule written out by hand, which {@code written-out} has for each of them. */
class WrapperTest {
    private static final Path FOLDER = Path.of("src/test/resources/written-out");
    private static final int STEPS = 15;

    @TestFactory
    Stream<DynamicTest> wrapper_aroundItsRule_isTheOneWrittenOut() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(FOLDER)) {
            names = files.map(file -> file.getFileName().toString().replace(".opt", ""))
                    .sorted()
                    .toList();
        }
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    TestedRule writtenOut = TestedRule.of(Descant.compiler(), writtenOut(name));
                    for (ElementType type : ElementType.values()) {
                        Subject expected = writtenOut.subject(BackEnd.INTERPRETER, type);
                        TestedRule wrapper = LibraryRules.tested(name);
                        assertSame(expected, wrapper.subject(BackEnd.INTERPRETER, type), course(wrapper));
                        if (wrapper.obstacles().isEmpty()) {
                            assertSame(expected, wrapper.subject(BackEnd.JANINO, type), course(wrapper));
                        }
                    }
                }));
    }

    @Test
    void wrappers_ofWrappers_actOneAfterTheOther() {
        TestedRule both = TestedRule.of(Descant.compiler(), new SourceText("both.opt", """
                import "clipbyglobalnorm.opt"
                import "lookahead.opt"
                import "weightema.opt"

                optimizer Clipped = ClipByGlobalNorm(c: 2)
                optimizer Slow = Lookahead(inner: Clipped, k: 3)
                optimizer Both = WeightEMA(inner: Slow, decay: 0.9)
                """))
                .rule("Both");
        TestedRule writtenOut = TestedRule.of(Descant.compiler(), new SourceText("written-out.opt", """
                optimizer WrittenOut(w, g) {
                  hyper lr           = 1e-3
                  hyper beta1        = 0.9
                  hyper beta2        = 0.999
                  hyper eps          = 1e-8
                  hyper weight_decay = 0.01

                  state m       = 0
                  state v       = 0
                  state slow    = w[0]
                  state average = 0

                  h    = g * (2 / max(norm(g per model), 2))
                  m[t] = beta1 * m[t-1] + (1 - beta1) * h
                  v[t] = beta2 * v[t-1] + (1 - beta2) * h^2
                  mhat = m[t] / (1 - beta1^t)
                  vhat = v[t] / (1 - beta2^t)
                  fast = w[t-1] * (1 - lr * weight_decay) - lr * mhat / (sqrt(vhat) + eps)
                  sync = mod(t, 3) == 0
                  slow[t] = if sync then slow[t-1] + 0.5 * (fast - slow[t-1]) else slow[t-1]
                  w[t] = if sync then slow[t] else fast
                  keep = if t == 1 then 0 else 0.9
                  average[t] = keep * average[t-1] + (1 - keep) * w[t]
                  output average
                }
                """));

        assertSame(
                writtenOut.subject(BackEnd.INTERPRETER, ElementType.FLOAT),
                both.subject(BackEnd.JANINO, ElementType.FLOAT),
                course(both));
    }

    /** All that a rule asks for; some gradients of one that skips such steps are not finite. */
    private static Course course(TestedRule rule) {
        Course plain = TestModel.course(4, STEPS, rule.system());
        if (!rule.system().name().equals("SkipNonFinite")) {
            return plain;
        }
        List<Course.Feed> steps = new ArrayList<>(plain.steps());
        for (int step : List.of(0, 3, 4, 9)) {
            steps.set(
                    step,
                    new Course.Feed(
                            spoilt(plain.steps().get(step).evaluations().get(0).gradients())));
        }
        return new Course(plain.tensors(), Map.of(), steps);
    }

    private static Map<String, double[]> spoilt(Map<String, double[]> gradients) {
        Map<String, double[]> spoilt = new LinkedHashMap<>();
        gradients.forEach((tensor, gradient) -> spoilt.put(tensor, gradient.clone()));
        spoilt.getOrDefault("bias", new double[3])[2] = Double.NaN;
        return spoilt;
    }

    /** The text of the rule that is written out. */
    static SourceText writtenOut(String name) {
        try {
            Path file = FOLDER.resolve(name + ".opt");
            return new SourceText(file.toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void assertSame(Subject expected, Subject actual, Course course) {
        RunResult result = Comparison.ofSubjects(course, expected, actual, Allowance.NONE);
        assertThat(result.parting()).as(actual.name()).isEmpty();
    }
}

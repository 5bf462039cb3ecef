package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.Course;
import org.descant.harness.compare.RunResult;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule around a rule gives the bits of the same rule written out by hand. */
class WrapperTest {
    @ParameterizedTest
    @CsvSource({"Lookahead, LookaheadSGD", "GradientAccumulation, AccumulatedAdam", "Averaged, WeightEMA"})
    void wrapper_aroundItsRule_isTheOneWrittenOut(String wrapper, String writtenOut) {
        Course plain = TestModel.course(4, 15);
        Course course = new Course(plain.tensors(), Map.of("lr", 0.02), plain.steps());
        RunResult result = Comparison.ofParameters(
                course,
                LibraryRules.tested(writtenOut).subject(BackEnd.INTERPRETER, ElementType.DOUBLE),
                LibraryRules.tested(wrapper).subject(BackEnd.INTERPRETER, ElementType.DOUBLE),
                Allowance.NONE);

        assertThat(result.parting()).isEmpty();
    }
}

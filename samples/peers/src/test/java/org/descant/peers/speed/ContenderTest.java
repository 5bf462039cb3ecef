package org.descant.peers.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.descant.speed.twin.Gcc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that need no other library compute what the workload says. */
class ContenderTest {
    @ParameterizedTest
    @CsvSource({"ADAMW, 5003", "ADAMW, 7x300", "TRAINING_STEP, 5003", "TRAINING_STEP, 40x1000"})
    void contender_computesTheWorkload(Workload workload, String written) throws Exception {
        Size size = Size.of(written);

        assertThat(deviation(new HandWritten(), workload, size)).isLessThan(0.01);
        assertThat(deviation(GeneratedClass.separate(), workload, size)).isLessThan(0.01);
        assertThat(deviation(GeneratedClass.relaxed(), workload, size)).isLessThan(0.01);
        if (size.tensors() > 1) {
            assertThat(deviation(GeneratedClass.flat(), workload, size)).isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @CsvSource({"ADAMW, 5003", "ADAMW, 7x300", "TRAINING_STEP, 5003", "TRAINING_STEP, 40x1000"})
    void c_computesTheWorkload(Workload workload, String written) throws Exception {
        assumeTrue(Gcc.find(missing -> {}).isPresent());

        assertThat(deviation(new HandWrittenC(), workload, Size.of(written))).isLessThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"ADAMW", "TRAINING_STEP"})
    void limit_makesSteps(Workload workload) throws Exception {
        try (Course course = GeneratedClass.limit().start(workload, new Size(3, 10))) {
            course.step();

            assertThat(course.values()[0]).isNotEqualTo(Numbers.values(10)[0]);
        }
    }

    private static double deviation(Contender contender, Workload workload, Size size) throws Exception {
        try (Course course = contender.start(workload, size)) {
            return Exact.deviation(course, workload, size);
        }
    }
}

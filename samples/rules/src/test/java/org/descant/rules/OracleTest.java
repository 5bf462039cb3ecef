package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded run of another library is reproduced by the rule that stands for it, interpreted and generated. */
class OracleTest {
    @Test
    void table_namesEveryRecordedRun_once() {
        List<String> named =
                OracleTable.rows().stream().map(OracleTable.Row::oracle).toList();

        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(OracleReader.names(""));
    }

    @TestFactory
    Stream<DynamicTest> interpreted_run_isTheRecordedOne() {
        return OracleTable.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.oracle(), () -> {
                    OracleCase oracle = OracleReader.read(row.oracle());
                    Subject rule = Subject.ofLibrary(row.rule(), oracle.options());
                    Replays.assertReproduces(oracle, rule.interpreted(oracle.tensors(), ElementType.DOUBLE));
                }));
    }

    @TestFactory
    Stream<DynamicTest> generated_run_isTheRecordedOne() {
        return OracleTable.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.oracle(), () -> {
                    OracleCase oracle = OracleReader.read(row.oracle());
                    Subject rule = Subject.ofLibrary(row.rule(), oracle.options());
                    Replays.assertReproduces(oracle, rule.generated(oracle.tensors(), ElementType.DOUBLE));
                }));
    }
}

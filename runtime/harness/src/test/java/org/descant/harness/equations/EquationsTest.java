package org.descant.harness.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationsTest {
    @TestFactory
    Stream<DynamicTest> equations_ofARecording_reproduceIt() {
        return Recordings.trajectories().stream()
                .filter(name -> !name.startsWith("muon"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Trajectory recording = Recordings.trajectory(name);
                    RunResult result = Comparison.ofRecording(recording, Equations.of(recording));
                    assertThat(result.passes())
                            .as(result.deviations().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("\n")))
                            .isTrue();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "-2^2, -4",
        "2^-1, 0.5",
        "2^3^2, 512",
        "8 - 4 - 2*3/2, 1",
        "if 1 < 2 and not 2 == 3 then 5 else 7, 5",
        "'max(1, if 2 > 3 or 1 >= 2 then 9 else 4)', 4",
        "'clip(5, -1, 3) + mod(-1, 4)', 6",
        "1e-3*1000, 1"
    })
    void operators_bindAsTheNotationSays(String expression, double value) {
        assertThat(after("w = " + expression)).containsExactly(value);
    }

    @Test
    void name_readAboveItsLine_hasTheValueOfTheUpdateBefore() {
        assertThat(after("m[0] = 3\nw = m\nm = 4")).containsExactly(3);
    }

    @Test
    void reductions_giveOneValueForRowsColumnsTensorAndModel() {
        Session session = Equations.of(
                        "reductions",
                        "r = sum(w per row)\nc = amax(w per col)\nn = mean(r)\ns = norm1(w per model)\nw = r*c",
                        Map.of())
                .begin(List.of(
                        new ModelTensor("a", List.of(2, 2), List.of(1.0, 2.0, 3.0, 4.0)),
                        new ModelTensor("b", List.of(2), List.of(-5.0, 6.0))));

        session.step(new Still());

        assertThat(session.state("a", "r").orElseThrow()).containsExactly(3, 7);
        assertThat(session.state("a", "c").orElseThrow()).containsExactly(3, 4);
        assertThat(session.state("a", "n").orElseThrow()).containsExactly(5);
        assertThat(session.state("b", "r").orElseThrow()).containsExactly(-5, 6);
        assertThat(session.state("b", "c").orElseThrow()).containsExactly(6);
        assertThat(session.state("a", "s").orElseThrow()).containsExactly(21);
        assertThat(session.values("a")).containsExactly(9, 12, 21, 28);
    }

    @Test
    void line_thatIsNoEquation_isShown() {
        assertThatThrownBy(() -> Equations.of("broken", "w + g", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'w + g' is no equation: write NAME = … or NAME[0] = …");
        assertThatThrownBy(() -> Equations.of("broken", "w = matmul(w, w)", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'w = matmul(w, w)' is not part of the notation of equations");
    }

    private static double[] after(String text) {
        Session session =
                Equations.of("test", text, Map.of()).begin(List.of(new ModelTensor("a", List.of(1), List.of(0.0))));
        session.step(new Still());
        return session.values("a");
    }
}

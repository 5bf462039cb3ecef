package org.descant.peers.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void call_withoutOptions_isForAll() {
        Call call = Call.of(List.of());

        assertThat(call.sizes()).contains(new Size(1, 1_000), new Size(10_000, 100));
        assertThat(call.workloads()).containsExactly(Workload.values());
        assertThat(call.rounds()).isEqualTo(7);
        assertThat(call.asksFor(new HandWritten())).isTrue();
    }

    @Test
    void call_takesItsOptions() {
        Call call = Call.of(List.of(
                "--sizes", "10,2x3", "--workload", "adamw", "--rounds", "3", "--only", "DJL,Java", "--out", "there"));

        assertThat(call)
                .isEqualTo(new Call(
                        List.of(new Size(1, 10), new Size(2, 3)),
                        List.of(Workload.ADAMW),
                        3,
                        List.of("DJL", "Java"),
                        Path.of("there")));
        assertThat(call.asksFor(new HandWritten())).isTrue();
        assertThat(call.asksFor(GeneratedClass.separate())).isFalse();
    }

    @Test
    void call_thatIsWrong_isExplained() {
        assertThatThrownBy(() -> Call.of(List.of("--size", "1"))).hasMessage("there is no option --size");
        assertThatThrownBy(() -> Call.of(List.of("--sizes"))).hasMessage("--sizes takes a value");
        assertThatThrownBy(() -> Call.of(List.of("--workload", "sgd")))
                .hasMessage("--workload takes adamw or training_step, not sgd");
        assertThatThrownBy(() -> Call.of(List.of("--rounds", "0")))
                .hasMessage("--rounds takes a number from 1 on, not 0");
    }
}

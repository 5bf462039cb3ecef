package org.descant.peers.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void size_isReadAndShown() {
        assertThat(Size.of("16000")).isEqualTo(new Size(1, 16_000)).hasToString("16,000");
        assertThat(Size.of("1000x100")).isEqualTo(new Size(1_000, 100)).hasToString("1,000 × 100");
        assertThat(Size.of("1000x100").elements()).isEqualTo(100_000);
    }

    @Test
    void size_thatIsNone_isRefused() {
        assertThatThrownBy(() -> Size.of("many")).hasMessage("a size is like 16000 or 1000x100, not many");
        assertThatThrownBy(() -> Size.of("100000x100000")).hasMessage("a model cannot have 100000 tensors of 100000");
        assertThatThrownBy(() -> Size.of("0")).hasMessage("a model cannot have 1 tensors of 0");
    }
}

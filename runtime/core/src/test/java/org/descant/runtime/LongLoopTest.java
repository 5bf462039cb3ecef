package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongLoopTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 511, 512, 4097, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void mark_isAsItWas_afterTwoIterations(int from) {
        int mark = LongLoop.mark(from);
        assertThat(mark).isNotEqualTo(from);
        assertThat(LongLoop.mark(mark)).isEqualTo(from);
        assertThatCode(() -> LongLoop.end(from, mark)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, -8})
    void anotherMark_isAnError(int from) {
        assertThatIllegalStateException()
                .isThrownBy(() -> LongLoop.end(from, from + 1))
                .withMessageContaining("the mark of a loop");
    }
}

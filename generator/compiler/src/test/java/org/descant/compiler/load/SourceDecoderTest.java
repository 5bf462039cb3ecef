package org.descant.compiler.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SourceDecoderTest {
    @Test
    void placeOfABadByte_isInLatinDigits() {
        Locale ours = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
        try {
            byte[] bytes = {'\n', (byte) 0xe4};
            assertThatThrownBy(() -> SourceDecoder.decode("a.opt", new ByteArrayInputStream(bytes)))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessage("'a.opt' is not UTF-8 text: line 2 has the byte E4");
        } finally {
            Locale.setDefault(ours);
        }
    }
}

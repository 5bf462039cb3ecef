package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.descant.grammar.source.SourceText;

/** Turns the bytes of a rule file into a text: UTF-8, at most 16 MiB. */
final class SourceDecoder {
    private static final int LIMIT = 16 << 20;

    private SourceDecoder() {}

    static SourceText decode(String name, InputStream stream) throws IOException, ImportRefusedException {
        byte[] bytes = stream.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ImportRefusedException("'" + name + "' is larger than 16 MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(name, text);
        } catch (CharacterCodingException e) {
            throw new ImportRefusedException("'" + name + "' is not UTF-8 text");
        }
    }
}

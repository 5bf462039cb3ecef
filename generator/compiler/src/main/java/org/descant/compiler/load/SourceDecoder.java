package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.descant.grammar.source.SourceText;

/** Turns the bytes of a rule file into a text: UTF-8, at most 16 MiB. */
public final class SourceDecoder {
    private static final int LIMIT = 16 << 20;

    private SourceDecoder() {}

    /**
     * The text of a stream, which stays open.
     *
     * @param name what messages call it
     * @throws IOException if it cannot be read
     * @throws ImportRefusedException if it is larger, or not UTF-8; the reason says where
     */
    public static SourceText decode(String name, InputStream stream) throws IOException, ImportRefusedException {
        byte[] bytes = stream.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ImportRefusedException("'" + name + "' is larger than 16 MiB");
        }
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            return new SourceText(
                    name, StandardCharsets.UTF_8.newDecoder().decode(left).toString());
        } catch (CharacterCodingException e) {
            throw new ImportRefusedException("'" + name + "' is not UTF-8 text: " + place(bytes, left.position()));
        }
    }

    private static String place(byte[] bytes, int index) {
        long line = 1 + IntStream.range(0, index).filter(i -> bytes[i] == '\n').count();
        return String.format(Locale.ROOT, "line %d has the byte %02X", line, bytes[index]);
    }
}

package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

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
            throw notText(name, bytes, left.position());
        }
    }

    /** @param index the first byte that is not UTF-8 */
    private static ImportRefusedException notText(String name, byte[] bytes, int index) {
        SourceText shown = new SourceText(name, new String(bytes, StandardCharsets.UTF_8));
        int start = new String(bytes, 0, index, StandardCharsets.UTF_8).length();
        String wrong = String.format(Locale.ROOT, "the byte %02X", bytes[index]);
        return new ImportRefusedException(
                String.format(Locale.ROOT, "'%s' is not UTF-8 text: line %d has %s", name, shown.line(start), wrong),
                Diagnostic.error(
                        new Span(shown, start, start + 1),
                        "this is not UTF-8 text: " + wrong + " stands here",
                        "save the file as UTF-8"));
    }
}

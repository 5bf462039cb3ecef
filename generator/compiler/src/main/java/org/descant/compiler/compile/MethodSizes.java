package org.descant.compiler.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of bytecode that each method of a class file has, read from the file itself. */
public final class MethodSizes {
    /** HotSpot never compiles a method of more. */
    public static final int LARGEST_COMPILED = 8000;

    /** How far a jump reaches. Where it does not, javac writes each jump as several instructions. */
    public static final int LONGEST_JUMP = Short.MAX_VALUE;

    /** What sets the constants of a class, which runs once, and need not be compiled. */
    public static final String INITIALIZER = "<clinit>()V";

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();

    private MethodSizes(byte[] classFile) {
        in = new DataInputStream(new ByteArrayInputStream(classFile));
    }

    /** Sizes by name and descriptor, such as {@code update([F[FII)V}. */
    public static Map<String, Integer> of(byte[] classFile) {
        try {
            return new MethodSizes(classFile).read();
        } catch (IOException e) {
            throw new UncheckedIOException("not a class file", e);
        }
    }

    private Map<String, Integer> read() throws IOException {
        in.readInt();
        in.readInt();
        readConstants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        int fields = in.readUnsignedShort();
        for (int i = 0; i < fields; i++) {
            in.skipNBytes(6);
            readAttributes();
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int methods = in.readUnsignedShort();
        for (int i = 0; i < methods; i++) {
            in.readUnsignedShort();
            String name = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
            sizes.put(name, readAttributes());
        }
        return sizes;
    }

    private void readConstants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // A long or double takes two places.
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
    }

    /** Reads past attributes; the length of the code, if one of them is code. */
    private int readAttributes() throws IOException {
        int size = 0;
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String name = texts.getOrDefault(in.readUnsignedShort(), "");
            int length = in.readInt();
            if (name.equals("Code")) {
                in.readInt();
                size = in.readInt();
                in.skipNBytes(length - 8L);
            } else {
                in.skipNBytes(length);
            }
        }
        return size;
    }
}

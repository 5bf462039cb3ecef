package org.descant.compiler.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What stands for a content: SHA-256, in hexadecimal digits. */
public final class ContentHash {
    private ContentHash() {}

    /** That of a text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** That of the content of a file. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /**
     * That of a file, or of all files of a directory with their names; what does not exist has no content.
     *
     * @throws IOException if something cannot be read
     */
    public static String of(Path path) throws IOException {
        MessageDigest digest = digest();
        if (Files.isDirectory(path)) {
            for (Path file : files(path)) {
                digest.update(
                        path.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(of(file).getBytes(StandardCharsets.UTF_8));
            }
        } else if (Files.exists(path)) {
            digest.update(Files.readAllBytes(path));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

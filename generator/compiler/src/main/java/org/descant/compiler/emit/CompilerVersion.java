package org.descant.compiler.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of the compiler, which generated classes carry and caches are keyed by: that of the build. */
public final class CompilerVersion {
    public static final String TEXT = read();

    private CompilerVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                CompilerVersion.class.getResourceAsStream("/org/descant/compiler/version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}

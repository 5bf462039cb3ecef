package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavacCompilerTest {
    @Test
    void place_isADirectoryOrAJar() throws MalformedURLException {
        Path jar = Path.of("runtime of mine.jar").toAbsolutePath();
        assertThat(place(jar.toUri().toURL().toString())).contains(jar);
    }

    @Test
    void place_ofAJarWithinAJar_isNone() throws MalformedURLException {
        assertThat(place("jar:file:/app.jar!/lib/runtime.jar!/")).isEmpty();
    }

    @Test
    void place_ofAnotherMachine_isNone() throws MalformedURLException {
        assertThat(place("https://example.org/runtime.jar")).isEmpty();
        assertThat(place("file://example.org/runtime.jar")).isEmpty();
    }

    @Test
    void place_whereNothingIsKnown_isNone() {
        assertThat(JavacCompiler.place(new ProtectionDomain(null, null))).isEmpty();
        assertThat(JavacCompiler.place(new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null)))
                .isEmpty();
    }

    private static Optional<Path> place(String url) throws MalformedURLException {
        CodeSource source = new CodeSource(new URL(url), (Certificate[]) null);
        return JavacCompiler.place(new ProtectionDomain(source, null));
    }
}

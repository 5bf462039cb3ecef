package org.descant.compiler.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.descant.compiler.emit.JavaSource;
import org.descant.runtime.Optimizer;

/** The compiler of the JDK; stricter than Janino, and told to refuse whatever it would warn of. */
public final class JavacCompiler implements ClassCompiler {
    private final JavaCompiler javac;

    private JavacCompiler(JavaCompiler javac) {
        this.javac = javac;
    }

    /** The compiler of this JDK; there is none where only a runtime is installed. */
    public static Optional<ClassCompiler> ofThisJdk() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(JavacCompiler::new);
    }

    @Override
    public String name() {
        return "javac";
    }

    @Override
    public Map<String, byte[]> compile(List<JavaSource> sources) {
        Path runtime = place(Optimizer.class.getProtectionDomain())
                .orElseThrow(() -> new ClassCompilerException(
                        name(),
                        "the runtime that it links to lies in no directory and no jar of its own",
                        text(sources)));
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        javac.getStandardFileManager(complaints, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryFiles memory = new MemoryFiles(files)) {
            List<String> options = List.of(
                    "-Xlint:all,-options",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "17",
                    "-classpath",
                    runtime.toString());
            List<Source> units = sources.stream().map(Source::new).toList();
            boolean good = javac.getTask(null, memory, complaints, options, null, units)
                    .call();
            if (complaints.getDiagnostics().stream().anyMatch(complaint -> isTooLarge(complaint.getCode()))) {
                throw new CodeTooLargeException();
            }
            if (!good) {
                throw new ClassCompilerException(name(), text(complaints), text(sources));
            }
            return memory.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTooLarge(String code) {
        return code.startsWith("compiler.err.limit.");
    }

    /** Where a library's classes lie, if that is a directory or a jar: a jar within a jar is none. */
    static Optional<Path> place(ProtectionDomain library) {
        try {
            CodeSource source = library.getCodeSource();
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noPath) {
            return Optional.empty();
        }
    }

    private static String text(DiagnosticCollector<JavaFileObject> complaints) {
        return complaints.getDiagnostics().stream()
                .map((Diagnostic<? extends JavaFileObject> complaint) ->
                        complaint.getLineNumber() + ": " + complaint.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<JavaSource> sources) {
        return String.join("\n", sources.stream().map(JavaSource::text).toList());
    }

    /** A source that lies in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(JavaSource source) {
            super(URI.create("string:///" + source.className().replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A class file that is written to memory. */
    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className) {
            super(URI.create("bytes:///" + className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Sends class files to memory. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> classFiles = new HashMap<>();

        MemoryFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return classFiles.computeIfAbsent(className, ClassFile::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            classFiles.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }
    }
}

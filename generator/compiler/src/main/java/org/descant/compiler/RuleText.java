package org.descant.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;

/** What is to be compiled: a text, or a file with a folder around it. */
sealed interface RuleText {
    /** The text with everything that it imports. */
    LoadedFile load(ImportPath path, Diagnostics diagnostics);

    /** What is equal only if name, content and place are. */
    List<Object> identity();

    /** A text that stands nowhere. */
    record InMemory(SourceText source) implements RuleText {
        @Override
        public LoadedFile load(ImportPath path, Diagnostics diagnostics) {
            return new RuleLoader(path).load(source, diagnostics);
        }

        @Override
        public List<Object> identity() {
            return List.of(source.name(), source.text());
        }
    }

    /** A text that was read, with what was found then. */
    record Read(LoadedFile file, List<Diagnostic> found) implements RuleText {
        @Override
        public LoadedFile load(ImportPath path, Diagnostics diagnostics) {
            found.forEach(diagnostics::report);
            return file;
        }

        @Override
        public List<Object> identity() {
            return List.of(file);
        }
    }

    /** A file of the user's. */
    record OnDisk(Path file) implements RuleText {
        private static final int LARGEST = 16 << 20;

        @Override
        public LoadedFile load(ImportPath path, Diagnostics diagnostics) {
            try {
                return new RuleLoader(path).load(file, diagnostics);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public List<Object> identity() {
            try (InputStream in = Files.newInputStream(file)) {
                String bytes = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
                return List.of(file, file.toAbsolutePath(), bytes);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private UncheckedIOException unreadable(IOException problem) {
            String reason = problem instanceof NoSuchFileException
                    ? "there is no file " + file.toAbsolutePath()
                    : String.valueOf(problem.getMessage());
            return new UncheckedIOException("the rule file " + file + " cannot be read: " + reason, problem);
        }
    }
}

package org.descant.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.build.FileProblem;
import org.descant.compiler.load.ImportRefusedException;
import org.descant.compiler.load.Prelude;
import org.descant.compiler.load.SourceDecoder;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.SourceText;

/**
 * A rule as a command line names it, read: the text, and the file that it stands in where it is one of the user's.
 *
 * @param source the text, under the name that diagnostics use
 * @param file where imports are looked for first
 */
record RuleArgument(SourceText source, Optional<Path> file) {
    static final String DESCRIPTION =
            "A file, one rule of a file (mine.opt:Fast), - for standard input, or a name of the library.";

    static final String DESCRIPTION_WITH_SCHEDULES =
            "A file, one rule or schedule of a file (mine.opt:Fast), - for standard input, a name of the library, or a"
                    + " schedule of the prelude.";

    static final String STANDARD_INPUT = "-";
    private static final String SUFFIX = ".opt";
    private static final int MOST_HINTS = 5;

    /**
     * Reads what an argument names: {@code -} is standard input; what ends in {@code .opt} or holds a slash is a file; another name is
     * looked for in the library, then as a file.
     *
     * @throws CallException if there is no such rule, or it cannot be read
     */
    static RuleArgument read(String argument, Library library, InputStream in) {
        if (argument.equals(STANDARD_INPUT)) {
            return standardInput(in);
        }
        if (argument.endsWith(SUFFIX) || argument.contains("/") || argument.contains("\\")) {
            return ofFile(argument);
        }
        Optional<SourceText> found = library.find(argument);
        if (found.isPresent()) {
            return new RuleArgument(found.get(), Optional.empty());
        }
        if (Files.exists(path(argument))) {
            return ofFile(argument);
        }
        throw new CallException("the library has no rule '" + argument + "'; " + hint(argument, library));
    }

    /** Whether it is what every file knows without an import. */
    boolean isPrelude() {
        return file.isEmpty() && source.equals(Prelude.file().source());
    }

    /** Reads the text and what it imports. */
    Compilation parse(RuleCompiler compiler) {
        return file.isPresent() ? compiler.run(file.get(), "parse") : compiler.run(source, "parse");
    }

    private static String hint(String argument, Library library) {
        Optional<String> question = Words.question(argument, library.names());
        if (question.isPresent()) {
            return question.get();
        }
        String wanted = argument.toLowerCase(Locale.ROOT);
        List<String> longer = library.names().stream()
                .filter(name -> name.contains(wanted))
                .limit(MOST_HINTS)
                .toList();
        return longer.isEmpty()
                ? "'descant rules' lists them; a file's name ends in .opt"
                : "it has " + String.join(", ", longer);
    }

    /** Reads a file of the user's. */
    static RuleArgument ofFile(String argument) {
        Path path = path(argument);
        if (argument.isBlank()) {
            throw new CallException("'" + argument + "' is not the name of a rule");
        }
        if (!Files.exists(path)) {
            throw new CallException("there is no file " + argument);
        }
        if (Files.isDirectory(path)) {
            throw new CallException(argument + " is a directory, not a rule file");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return new RuleArgument(text(argument, stream), Optional.of(path));
        } catch (IOException unreadable) {
            throw new CallException(argument + " cannot be read: " + FileProblem.of(unreadable));
        }
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException invalid) {
            throw new CallException("'" + argument + "' is not the name of a file");
        }
    }

    private static RuleArgument standardInput(InputStream in) {
        try {
            return new RuleArgument(text("<standard input>", in), Optional.empty());
        } catch (IOException unreadable) {
            throw new CallException("standard input cannot be read: " + FileProblem.of(unreadable));
        }
    }

    private static SourceText text(String name, InputStream in) throws IOException {
        try {
            return SourceDecoder.decode(name, in);
        } catch (ImportRefusedException refused) {
            throw new CallException(refused.reason()
                    + refused.suggestion().map(what -> "; " + what).orElse(""));
        }
    }
}

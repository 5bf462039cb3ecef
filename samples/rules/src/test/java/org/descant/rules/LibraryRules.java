package org.descant.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;

/** The rule files of the library, as this module packages them. */
final class LibraryRules {
    private static final String SUFFIX = ".opt";

    private static final List<String> GENERATED =
            names().stream().filter(name -> tested(name).obstacles().isEmpty()).toList();

    private LibraryRules() {}

    /** The names of the files without their ending, in the order of the alphabet. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the library cannot be listed", failure);
        }
    }

    /** The names of the files whose rules can be generated: all but those that the README lists with what is missing. */
    static List<String> generated() {
        return GENERATED;
    }

    /** The text of a file. */
    static String text(String name) {
        try {
            return Files.readString(folder().resolve(name + SUFFIX));
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }

    /** A file by its name in any case. */
    static SourceText source(String name) {
        String file = name.toLowerCase(Locale.ROOT);
        return new SourceText(file + SUFFIX, text(file));
    }

    /** A rule under test, by its name in any case, with all options as they are. */
    static TestedRule tested(String name) {
        return TestedRule.of(Descant.compiler(), source(name));
    }

    /** What the class of a rule in this module's jar says of it; nothing where the jar has no such class. */
    static Optional<RuleDescription> description(String rule) {
        try {
            Class<?> type = Class.forName("org.descant.rules." + rule);
            return Optional.of((RuleDescription) type.getField("DESCRIPTION").get(type));
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        } catch (ReflectiveOperationException other) {
            throw new LinkageError(rule + " is no generated class", other);
        }
    }

    /** An optimizer of the generated class of a rule, by its name in any case. */
    static Optimizer optimizer(String name, Parameters parameters) {
        return Descant.compiler().compile(source(name)).create(parameters);
    }

    /** The prelude of the compiler. */
    static SourceText prelude() throws IOException {
        try (InputStream stream = LibraryRules.class.getResourceAsStream("/org/descant/compiler/prelude.opt")) {
            if (stream == null) {
                throw new IllegalStateException("the prelude is missing from the class path");
            }
            return new SourceText("prelude.opt", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Path folder() {
        try {
            return Path.of(LibraryRules.class
                            .getResource("/META-INF/descant/rules/adam.opt")
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

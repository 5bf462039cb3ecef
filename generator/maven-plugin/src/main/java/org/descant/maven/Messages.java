package org.descant.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;
import org.descant.compiler.build.BuildResult;
import org.descant.compiler.build.SourceRoot;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/**
 * What a build has to say, for all who read it: people, who get each message with its line of the rule; tools that read the log, which
 * get the form that the Java compiler has in Maven, in the failure; and Eclipse, which gets markers.
 */
final class Messages {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic message) -> message.span().source().name())
            .thenComparing(message -> message.span().start());

    /** Where a project that says nothing has its rules: it may just as well have none. */
    private static final List<Path> USUAL = List.of(Path.of("src", "main", "opt"), Path.of("src", "test", "opt"));

    private static final int MOST_NAMES = 4;

    private final Log log;
    private final BuildContext markers;
    private final boolean isEclipse;
    private final boolean hasLibrary;

    /** @param hasLibrary whether the rules of Descant's library can be imported */
    Messages(
            Log log,
            BuildContext markers,
            org.sonatype.plexus.build.incremental.BuildContext environment,
            boolean hasLibrary) {
        this.hasLibrary = hasLibrary;
        this.log = log;
        this.markers = markers;
        // On its own it would write to the log, which has the messages already.
        this.isEclipse = !environment.getClass().equals(DefaultBuildContext.class);
    }

    /**
     * Shows what came of a build.
     *
     * @throws MojoFailureException with all that is wrong, if something is
     */
    void show(SourceRoot source, SourceRoot output, BuildResult result) throws MojoFailureException {
        List<Diagnostic> messages = result.messages().stream().sorted(BY_PLACE).toList();
        messages.forEach(this::log);
        if (isEclipse) {
            // A file that is only imported is read whenever one is read that imports it.
            Stream.concat(result.read().stream(), result.others().stream())
                    .forEach(file -> markers.removeMessages(file.toFile()));
            messages.forEach(message -> mark(source, message));
        }
        if (result.failed()) {
            throw new MojoFailureException(failure(source, result, messages));
        }
        result.kept()
                .forEach(file -> log.warn(
                        file + " comes from no rule any more; it is left as it is, since somebody has changed it"));
        if (result.sources() == 0) {
            absence(source, result);
        }
        if (result.sources() > 0 || !result.deleted().isEmpty()) {
            log.info(summary(output, result));
        }
        remarkPackages(output, result);
    }

    /** Why there is nothing to generate: on purpose or not is for the reader to say, unless somebody has asked for rules. */
    private void absence(SourceRoot source, BuildResult result) {
        if (!result.others().isEmpty()) {
            log.warn("No rule file is meant: includes and excludes leave out "
                    + (result.others().size() == 1
                            ? "the one"
                            : "all " + result.others().size()) + " in "
                    + source.shown());
        } else if (Files.isDirectory(source.directory())) {
            log.warn("There is no rule file (*.opt) in " + source.shown());
        } else if (USUAL.stream().anyMatch(source.directory()::endsWith)) {
            log.info("There is no directory " + source.shown() + ", and so nothing to generate");
        } else {
            log.warn("There is no directory " + source.shown());
        }
    }

    private void remarkPackages(SourceRoot output, BuildResult result) {
        result.written().stream()
                .filter(file -> output.directory().equals(file.getParent()))
                .forEach(file -> log.warn(className(output, file)
                        + " has no package, so that classes which have one cannot use it: put the rule file into a folder,"
                        + " or set packageName"));
    }

    private void log(Diagnostic message) {
        String text = new DiagnosticRenderer(false).render(message).stripTrailing();
        switch (message.severity()) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
        }
    }

    private void mark(SourceRoot source, Diagnostic message) {
        Optional<Path> file = source.file(message.span().source());
        if (file.isPresent()) {
            int severity =
                    switch (message.severity()) {
                        case ERROR -> BuildContext.SEVERITY_ERROR;
                        case WARNING -> BuildContext.SEVERITY_WARNING;
                    };
            File marked = file.get().toFile();
            markers.addMessage(marked, line(message), column(message), text(message), severity, null);
        }
    }

    private String failure(SourceRoot source, BuildResult result, List<Diagnostic> messages) {
        boolean hasErrors = result.count(Severity.ERROR) > 0;
        return (hasErrors ? "Wrong rules:" : "Warnings, which failOnWarning makes errors:")
                + messages.stream()
                        .filter(message -> !hasErrors || message.severity() == Severity.ERROR)
                        .map(message -> "\n" + place(source, message) + " " + text(message))
                        .collect(Collectors.joining())
                + (hasLibrary || messages.stream().noneMatch(Messages::isOfImport)
                        ? ""
                        : "\nThe rules of the library can be imported where org.descant:descant-rules is a dependency of the"
                                + " project or of the plugin");
    }

    private static boolean isOfImport(Diagnostic message) {
        return message.severity() == Severity.ERROR && message.span().text().startsWith("import");
    }

    /** As maven-compiler-plugin writes it. */
    private static String place(SourceRoot source, Diagnostic message) {
        SourceText text = message.span().source();
        String file = source.file(text).map(Path::toString).orElse(text.name());
        return file + ":[" + line(message) + "," + column(message) + "]";
    }

    private static String text(Diagnostic message) {
        return message.message()
                + message.suggestion()
                        .map(suggestion -> " (" + suggestion + ")")
                        .orElse("");
    }

    private static int line(Diagnostic message) {
        return message.span().source().line(message.span().start());
    }

    private static int column(Diagnostic message) {
        return message.span().source().column(message.span().start());
    }

    private static String summary(SourceRoot output, BuildResult result) {
        if (result.read().isEmpty()) {
            return result.deleted().isEmpty()
                    ? "Nothing to generate: " + count(result.sources(), "rule file") + " up to date"
                    : count(result.deleted().size(), "Java file") + " deleted";
        }
        List<String> names =
                result.written().stream().map(file -> className(output, file)).toList();
        return count(result.read().size(), "rule file") + " compiled, "
                + count(result.written().size(), "Java file") + " written"
                + (names.isEmpty() ? "" : " to " + output.shown())
                + (names.isEmpty() || names.size() > MOST_NAMES ? "" : " (" + String.join(", ", names) + ")")
                + (result.deleted().isEmpty() ? "" : ", " + result.deleted().size() + " deleted");
    }

    private static String className(SourceRoot output, Path file) {
        return output.directory()
                .relativize(file)
                .toString()
                .replaceFirst("\\.java$", "")
                .replace('\\', '.')
                .replace('/', '.');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

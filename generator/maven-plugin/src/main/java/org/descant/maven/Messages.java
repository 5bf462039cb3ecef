package org.descant.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private final Log log;
    private final BuildContext markers;
    private final boolean isEclipse;

    Messages(Log log, BuildContext markers, org.sonatype.plexus.build.incremental.BuildContext environment) {
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
    void show(SourceRoot source, BuildResult result) throws MojoFailureException {
        List<Diagnostic> messages = result.messages().stream().sorted(BY_PLACE).toList();
        messages.forEach(this::log);
        if (isEclipse) {
            result.read().forEach(file -> markers.removeMessages(file.toFile()));
            messages.forEach(message -> mark(source, message));
        }
        if (result.failed()) {
            throw new MojoFailureException(failure(source, result, messages));
        }
        result.kept()
                .forEach(file -> log.warn(
                        file + " comes from no rule any more; it is left as it is, since somebody has changed it"));
        log.info(summary(result));
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

    private static String failure(SourceRoot source, BuildResult result, List<Diagnostic> messages) {
        boolean hasErrors = result.count(Severity.ERROR) > 0;
        return (hasErrors ? "Wrong rules:" : "Warnings, which failOnWarning makes errors:")
                + messages.stream()
                        .filter(message -> !hasErrors || message.severity() == Severity.ERROR)
                        .map(message -> "\n" + place(source, message) + " " + text(message))
                        .collect(Collectors.joining());
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

    private static String summary(BuildResult result) {
        if (result.sources() == 0) {
            return "There are no rule files";
        }
        if (result.read().isEmpty() && result.deleted().isEmpty()) {
            return "Nothing to generate: " + count(result.sources(), "rule file") + " up to date";
        }
        return count(result.read().size(), "rule file") + " compiled, "
                + count(result.written().size(), "Java file") + " written"
                + (result.deleted().isEmpty() ? "" : ", " + result.deleted().size() + " deleted");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

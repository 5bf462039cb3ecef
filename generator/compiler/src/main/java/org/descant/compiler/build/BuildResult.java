package org.descant.compiler.build;

import java.nio.file.Path;
import java.util.List;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;

/**
 * What came of a build.
 *
 * @param sources how many rule files were meant
 * @param others the rule files of the source directory that were not meant, and can be imported
 * @param read the rule files that were compiled, since something about them was new
 * @param messages what was found in those
 * @param failed whether something is wrong; then nothing was written or deleted
 * @param written the files that have another text now
 * @param deleted the files that were deleted, since nothing becomes them any more
 * @param kept the files that would have been deleted, had nobody changed them
 */
public record BuildResult(
        int sources,
        List<Path> others,
        List<Path> read,
        List<Diagnostic> messages,
        boolean failed,
        List<Path> written,
        List<Path> deleted,
        List<Path> kept) {
    public BuildResult {
        others = List.copyOf(others);
        read = List.copyOf(read);
        messages = List.copyOf(messages);
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
        kept = List.copyOf(kept);
    }

    /** How many errors, or warnings, there are among the messages. */
    public long count(Severity severity) {
        return messages.stream()
                .filter(message -> message.severity() == severity)
                .count();
    }
}

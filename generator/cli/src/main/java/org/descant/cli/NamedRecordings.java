package org.descant.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.descant.compiler.Product;
import org.descant.compiler.resolve.text.Words;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recording;
import org.descant.harness.recorded.RecordingReader;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;

/** Recordings as a command line names them: by the name of one that comes with Descant, or by a file. */
final class NamedRecordings {
    private static final String NAME = "(" + RecordedSchedule.FOLDER + ")?[A-Za-z0-9._-]+";
    private static final String SUFFIX = ".json";

    private NamedRecordings() {}

    /**
     * Finds a recording and reads it.
     *
     * @throws CallException if there is none of that name
     * @throws org.descant.harness.recorded.RecordingException if the file cannot be read
     */
    static Recording read(String oracle) {
        if (oracle.isBlank()) {
            throw new CallException("--oracle takes the name of a recording or of a file");
        }
        Optional<String> shipped = shipped(oracle);
        if (shipped.isPresent()) {
            return Recordings.recording(shipped.get());
        }
        Path file = path(oracle);
        if (oracle.matches(NAME) && !oracle.endsWith(SUFFIX) && !Files.exists(file)) {
            String hint = Words.question(oracle, Recordings.names())
                    .or(() -> Words.question(RecordedSchedule.FOLDER + oracle, Recordings.names()))
                    .orElse("give the path of a file, or one of those that 'descant validate --list' shows");
            throw new CallException("no recording '" + oracle + "' comes with Descant; " + hint);
        }
        return RecordingReader.recording(file);
    }

    /** The name of a recording that comes with Descant. */
    static Optional<String> shipped(String oracle) {
        return Optional.of(oracle)
                .filter(name -> Recordings.names().contains(name)
                        || Recordings.names().contains(RecordedSchedule.FOLDER + name));
    }

    /** What a recording is of. */
    static Product product(Recording recording) {
        return recording.accept(new Recording.Visitor<>() {
            @Override
            public Product visitTrajectory(Trajectory trajectory) {
                return Product.OPTIMIZER;
            }

            @Override
            public Product visitSchedule(RecordedSchedule schedule) {
                return Product.SCHEDULE;
            }
        });
    }

    private static Path path(String oracle) {
        try {
            return Path.of(oracle);
        } catch (InvalidPathException invalid) {
            throw new CallException("'" + oracle + "' is not the name of a file");
        }
    }
}

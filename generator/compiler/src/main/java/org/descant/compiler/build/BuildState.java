package org.descant.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.descant.compiler.load.ImportName;

/**
 * What a build remembers for the next one: a text file of lines whose parts are set off by tabs.
 *
 * <pre>
 * descant-build/1  options
 * source  com/example/mine.opt
 * look  0  com/example/mine.opt  hash
 * look  0  com/example/adam.opt  -
 * look  1  com/example/adam.opt  hash
 * class  com/example/Mine.java  Mine  hash
 * </pre>
 *
 * @param options what the build was told, as {@link BuildOptions#identity}
 */
record BuildState(String options, List<SourceRecord> sources) {
    static final BuildState NONE = new BuildState("", List.of());

    private static final String FORMAT = "descant-build/1";
    private static final String ABSENT = "-";

    BuildState {
        sources = List.copyOf(sources);
    }

    /** Reads a state; none where there is no such file, or one that was not written here. */
    static BuildState read(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : NONE;
        } catch (IOException | IllegalArgumentException unreadable) {
            return NONE;
        }
    }

    private static BuildState parse(List<String> lines) {
        List<SourceRecord> sources = new ArrayList<>();
        String options = "";
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            switch (parts[0] + " " + parts.length) {
                case FORMAT + " 2" -> options = parts[1];
                case "source 2" -> sources.add(new SourceRecord(parts[1], List.of(), List.of()));
                case "look 4" -> replaceLast(sources, lookup(parts), Optional.empty());
                case "class 4" ->
                    replaceLast(sources, Optional.empty(), Optional.of(new Written(parts[1], parts[2], parts[3])));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new BuildState(options, sources);
    }

    private static Optional<Lookup> lookup(String[] parts) {
        return Optional.of(new Lookup(
                Integer.parseInt(parts[1]),
                ImportName.parse(parts[2]).orElseThrow(IllegalArgumentException::new),
                Optional.of(parts[3]).filter(hash -> !hash.equals(ABSENT))));
    }

    private static void replaceLast(List<SourceRecord> sources, Optional<Lookup> lookup, Optional<Written> written) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no source");
        }
        SourceRecord last = sources.remove(sources.size() - 1);
        sources.add(new SourceRecord(
                last.name(),
                Stream.concat(last.lookups().stream(), lookup.stream()).toList(),
                Stream.concat(last.written().stream(), written.stream()).toList()));
    }

    /**
     * Writes the state.
     *
     * @throws FileException if it cannot be written
     */
    void write(Path file) {
        StringBuilder text = new StringBuilder(FORMAT + "\t" + options + "\n");
        for (SourceRecord source : sources) {
            text.append("source\t").append(source.name()).append('\n');
            for (Lookup lookup : source.lookups()) {
                text.append("look\t")
                        .append(lookup.root())
                        .append('\t')
                        .append(lookup.name())
                        .append('\t');
                text.append(lookup.hash().orElse(ABSENT)).append('\n');
            }
            for (Written written : source.written()) {
                text.append("class\t")
                        .append(written.path())
                        .append('\t')
                        .append(written.declared())
                        .append('\t');
                text.append(written.hash()).append('\n');
            }
        }
        SourceFiles.write(Map.of(file, text.toString()));
    }

    /** All files that were written. */
    List<Written> written() {
        return sources.stream().flatMap(source -> source.written().stream()).toList();
    }

    /** Both, as things that may have been written, with nothing known of what they depend on: true whenever a build breaks off. */
    BuildState before(BuildState next) {
        return new BuildState(
                next.options(),
                Stream.concat(sources.stream(), next.sources().stream())
                        .map(source -> new SourceRecord(source.name(), List.of(), source.written()))
                        .distinct()
                        .toList());
    }
}

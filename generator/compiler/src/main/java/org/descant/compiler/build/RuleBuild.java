package org.descant.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;

/**
 * The build of all rule files of a source directory:
 *
 * <ol>
 *   <li>files whose text, imports, options and compiler are those of the last build, and whose classes stand where they were written, are
 *       left alone; all others are compiled
 *   <li>all that is wrong with any of them is found before anything is written
 *   <li>files whose text is new are written, all or none, and those that nothing becomes any more are deleted
 * </ol>
 */
public final class RuleBuild {
    private final BuildRequest request;
    private final OutputFolder output;
    private final BuildState last;
    private final Map<String, SourceRecord> records = new LinkedHashMap<>();
    private final List<Path> others = new ArrayList<>();
    private final List<Generation> generations = new ArrayList<>();
    private final Set<Diagnostic> messages = new LinkedHashSet<>();

    private RuleBuild(BuildRequest request) {
        this.request = request;
        this.output = new OutputFolder(request.output());
        this.last = BuildState.read(request.state());
    }

    /**
     * Builds what a request asks for.
     *
     * @throws FileException if a file cannot be read, written or deleted
     */
    public static BuildResult run(BuildRequest request) {
        RuleBuild build = new RuleBuild(request);
        try {
            build.compile();
            build.checkClasses();
            return build.isWrong() ? build.failure() : build.write();
        } catch (IOException unreadable) {
            throw new FileException(request.source().directory() + " cannot be read: " + FileProblem.of(unreadable));
        }
    }

    private void compile() throws IOException {
        SourceRoots roots = new SourceRoots(request.source(), request.imports().roots());
        Map<String, SourceRecord> known = last.options()
                        .equals(request.options().identity())
                ? last.sources().stream().collect(Collectors.toMap(SourceRecord::name, record -> record, (a, b) -> a))
                : Map.of();
        for (String name : request.source().names()) {
            if (request.chosen().match(name)) {
                SourceRecord record = known.get(name);
                if (record != null && isFresh(record, roots)) {
                    records.put(name, record);
                } else {
                    Generation generation = Generation.of(request, name, roots);
                    generations.add(generation);
                    records.put(name, generation.remembered());
                    messages.addAll(generation.messages());
                }
            } else {
                others.add(request.source().directory().resolve(name));
            }
        }
    }

    private boolean isFresh(SourceRecord record, SourceRoots roots) {
        return !record.lookups().isEmpty()
                && roots.stillHold(record.lookups())
                && record.written().stream().allMatch(output::has);
    }

    /** No two rules may become one class, and none a file that somebody wrote. */
    private void checkClasses() {
        ClassTable<String> table = new ClassTable<>();
        Set<String> compiled = generations.stream().map(Generation::name).collect(Collectors.toSet());
        for (SourceRecord record : records.values()) {
            if (!compiled.contains(record.name())) {
                record.written()
                        .forEach(written -> table.add(className(written), origin(record.name(), written.declared())));
            }
        }
        for (Generation generation : generations) {
            for (GeneratedClass made : generation.classes()) {
                Optional<ClassTable.Entry<String>> other =
                        table.add(made.className(), origin(generation.name(), made.declared()));
                other.ifPresent(entry -> clash(made, entry));
                if (output.isForeign(made.path())) {
                    messages.add(Diagnostic.error(
                            made.place(),
                            "'" + made.declared() + "' becomes the file " + made.path()
                                    + ", which is there already and was not generated",
                            "rename one of them"));
                }
            }
        }
    }

    private static String className(Written written) {
        return written.path().replaceFirst("\\.java$", "").replace('/', '.');
    }

    private String origin(String source, String declared) {
        return "'" + declared + "' of " + request.source().shown(source);
    }

    private void clash(GeneratedClass made, ClassTable.Entry<String> other) {
        String name = made.className();
        messages.add(Diagnostic.error(
                made.place(),
                other.className().equals(name)
                        ? "'" + made.declared() + "' becomes the class " + name + ", and so does " + other.origin()
                        : "'" + made.declared() + "' becomes " + name + ", and " + other.origin() + " becomes "
                                + other.className() + ": their files are one where case does not count",
                "rename one of them"));
    }

    private boolean isWrong() {
        return messages.stream()
                .anyMatch(message -> message.severity() == Severity.ERROR
                        || (request.options().failOnWarning() && message.severity() == Severity.WARNING));
    }

    private BuildResult failure() {
        return result(true, List.of(), List.of(), List.of());
    }

    private BuildResult write() {
        Map<Path, byte[]> texts = new LinkedHashMap<>();
        for (Generation generation : generations) {
            for (GeneratedClass made : generation.classes()) {
                if (!output.has(made.written())) {
                    texts.put(output.file(made.path()), made.content());
                }
            }
        }
        List<Path> deleted = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        sortVanished(deleted, kept);
        BuildState next = new BuildState(request.options().identity(), List.copyOf(records.values()));
        if (!texts.isEmpty() || !deleted.isEmpty()) {
            last.before(next).write(request.state());
        }
        SourceFiles.replace(texts, deleted);
        deleted.forEach(output::deleteEmptyFolders);
        if (!next.equals(last)) {
            next.write(request.state());
        }
        return result(false, List.copyOf(texts.keySet()), deleted, kept);
    }

    /** What was written once and nothing becomes now; what somebody has changed since is theirs. */
    private void sortVanished(List<Path> deleted, List<Path> kept) {
        Set<String> paths = records.values().stream()
                .flatMap(record -> record.written().stream())
                .map(Written::path)
                .collect(Collectors.toSet());
        Map<String, List<Written>> vanished = last.written().stream()
                .filter(written -> !paths.contains(written.path()))
                .collect(Collectors.groupingBy(Written::path, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Written>> each : vanished.entrySet()) {
            Path file = output.file(each.getKey());
            if (Files.isRegularFile(file)) {
                String hash = output.hash(file);
                boolean isOurs = each.getValue().stream()
                        .anyMatch(written -> written.hash().equals(hash));
                (isOurs ? deleted : kept).add(file);
            }
        }
    }

    private BuildResult result(boolean failed, List<Path> written, List<Path> deleted, List<Path> kept) {
        List<Path> read = generations.stream()
                .map(generation -> request.source().directory().resolve(generation.name()))
                .toList();
        return new BuildResult(records.size(), others, read, List.copyOf(messages), failed, written, deleted, kept);
    }
}

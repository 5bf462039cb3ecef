package org.descant.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/**
 * The rules and schedules that were compiled last, by their text and settings. It holds class files, not classes: the class of a rule goes when nobody
 * holds it, and comes back from its file without a compiler. A wrong rule is not kept.
 */
final class RuleCache {
    static final RuleCache SHARED = new RuleCache(256);

    private record Key(List<Object> text, List<Object> settings) {}

    private record Imported(String name, String text) {}

    private record Entry(List<Imported> imports, ClassFiles files, List<Diagnostic> warnings) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int capacity;

    RuleCache(int capacity) {
        this.capacity = capacity;
    }

    CompiledRule compile(RuleText text, Settings settings) {
        Entry entry = entry(text, settings);
        return new CompiledRule(entry.files(), entry.warnings());
    }

    CompiledSchedule compileSchedule(RuleText text, Settings settings) {
        Entry entry = entry(text, settings);
        return new CompiledSchedule(entry.files(), entry.warnings());
    }

    private Entry entry(RuleText text, Settings settings) {
        Key key = new Key(text.identity(), settings.identity());
        Entry entry = find(key).filter(found -> isFresh(found, text, settings)).orElseGet(() -> make(text, settings));
        keep(key, entry);
        return entry;
    }

    private synchronized Optional<Entry> find(Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    private synchronized void keep(Key key, Entry entry) {
        entries.put(key, entry);
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Whether the imports are what they were; where there are none, nothing needs to be read. */
    private static boolean isFresh(Entry entry, RuleText text, Settings settings) {
        return entry.imports().isEmpty()
                || entry.imports().equals(imports(text.load(settings.importPath(), new Diagnostics())));
    }

    private static Entry make(RuleText text, Settings settings) {
        settings.backEnd().prepare();
        Compilation compilation = new Compilation(text, settings);
        Pipeline.run(compilation, "compile");
        if (compilation.hasErrors()) {
            throw new RuleException(compilation.diagnostics());
        }
        return new Entry(
                imports(compilation.file().orElseThrow()),
                compilation.classes().orElseThrow(),
                compilation.diagnostics());
    }

    /** All files that are reached through imports, each once. */
    private static List<Imported> imports(LoadedFile file) {
        Set<Imported> found = new LinkedHashSet<>();
        Deque<LoadedFile> pending = new ArrayDeque<>(file.imports());
        while (!pending.isEmpty()) {
            LoadedFile next = pending.pop();
            if (found.add(new Imported(next.source().name(), next.source().text()))) {
                pending.addAll(next.imports());
            }
        }
        return List.copyOf(found);
    }
}

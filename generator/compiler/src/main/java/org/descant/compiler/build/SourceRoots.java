package org.descant.compiler.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.load.ImportName;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.ImportRefusedException;
import org.descant.compiler.load.ImportRoot;
import org.descant.grammar.source.SourceText;

/**
 * All places that a build reads rule files from. A file is read once, however many others import it, so that they all see the same text.
 *
 * <p>What becomes of a file depends on nothing but what came of looking for files while it was read: these look-ups are what a later
 * build repeats to learn whether anything has changed. They hold what was not found, too: a file that appears there hides the one that
 * was imported.
 */
final class SourceRoots {
    private final List<ImportRoot> roots;
    private final List<Map<ImportName, Optional<SourceText>>> read = new ArrayList<>();
    private final Map<SourceText, String> hashes = new HashMap<>();

    SourceRoots(ImportRoot source, List<ImportRoot> imports) {
        roots = new ArrayList<>(List.of(source));
        roots.addAll(imports);
        roots.forEach(root -> read.add(new HashMap<>()));
    }

    /** An import path over all places that notes what is looked for. */
    ImportPath watched(Collection<Lookup> lookups) {
        List<ImportRoot> watched = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            watched.add(new Watched(i, lookups));
        }
        return new ImportPath(watched);
    }

    /** Whether looking again gives the same. */
    boolean stillHold(List<Lookup> lookups) {
        try {
            for (Lookup lookup : lookups) {
                if (lookup.root() >= roots.size()
                        || !look(lookup.root(), lookup.name()).equals(lookup)) {
                    return false;
                }
            }
            return true;
        } catch (ImportRefusedException unreadable) {
            return false;
        }
    }

    private Lookup look(int root, ImportName name) throws ImportRefusedException {
        return new Lookup(
                root,
                name,
                find(root, name).map(source -> hashes.computeIfAbsent(source, text -> ContentHash.of(text.text()))));
    }

    private Optional<SourceText> find(int root, ImportName name) throws ImportRefusedException {
        Map<ImportName, Optional<SourceText>> known = read.get(root);
        Optional<SourceText> found = known.get(name);
        if (found == null) {
            found = roots.get(root).find(name);
            known.put(name, found);
        }
        return found;
    }

    /** One place, as the imports of one file see it. */
    private final class Watched implements ImportRoot {
        private final int root;
        private final Collection<Lookup> lookups;

        Watched(int root, Collection<Lookup> lookups) {
            this.root = root;
            this.lookups = lookups;
        }

        @Override
        public Optional<SourceText> find(ImportName name) throws ImportRefusedException {
            lookups.add(look(root, name));
            return SourceRoots.this.find(root, name);
        }
    }
}

package org.descant.compiler.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Import;
import org.descant.grammar.syntax.RuleFile;

/** Follows the imports of one file; a file that is reached twice is read once. */
final class ImportReader {
    /** Longer chains of imports are nobody's intention, and would be read by recursion. */
    private static final int DEPTH_LIMIT = 100;

    private final ImportPath importPath;
    private final Diagnostics diagnostics;
    private final Map<Location, LoadedFile> read = new HashMap<>();
    private final Map<Location, String> reading = new LinkedHashMap<>();

    ImportReader(ImportPath importPath, Diagnostics diagnostics) {
        this.importPath = importPath;
        this.diagnostics = diagnostics;
    }

    LoadedFile read(SourceText source, Optional<Location> location) {
        location.ifPresent(place -> reading.put(place, place.name().toString()));
        RuleFile syntax = RuleParser.parse(source, diagnostics);
        List<LoadedFile> imports = new ArrayList<>();
        for (Import wanted : syntax.imports()) {
            follow(wanted, location)
                    .filter(file ->
                            imports.stream().noneMatch(other -> other.source().equals(file.source())))
                    .ifPresent(imports::add);
        }
        LoadedFile file = new LoadedFile(source, syntax, imports, name -> exists(name, location));
        location.ifPresent(place -> {
            reading.remove(place);
            read.put(place, file);
        });
        return file;
    }

    private Optional<LoadedFile> follow(Import wanted, Optional<Location> importer) {
        Optional<ImportName> name = ImportName.parse(wanted.path());
        if (name.isEmpty()) {
            diagnostics.report(Diagnostic.error(
                    wanted.span(),
                    "an import names a rule file beside this one or on the import path",
                    "write it like \"adamw.opt\" or \"parts/adamw.opt\", without '..' or a leading '/'"));
            return Optional.empty();
        }
        try {
            for (Location place : places(name.get(), importer)) {
                Optional<LoadedFile> file = at(place, wanted);
                if (file.isPresent() || reading.containsKey(place)) {
                    return file;
                }
            }
        } catch (ImportRefusedException e) {
            diagnostics.report(e.at(wanted.span()));
            return Optional.empty();
        }
        diagnostics.report(Diagnostic.error(
                wanted.span(), "there is no '" + name.get() + "' beside this file or on the import path"));
        return Optional.empty();
    }

    /** Where a name is looked for, in this order. */
    private List<Location> places(ImportName name, Optional<Location> importer) {
        List<Location> places = new ArrayList<>();
        importer.ifPresent(place -> places.add(place.beside(name)));
        importPath.roots().forEach(root -> places.add(new Location(root, name)));
        return places;
    }

    private boolean exists(ImportName name, Optional<Location> importer) {
        try {
            for (Location place : places(name, importer)) {
                if (place.root().find(place.name()).isPresent()) {
                    return true;
                }
            }
        } catch (ImportRefusedException refused) {
            return false;
        }
        return false;
    }

    private Optional<LoadedFile> at(Location place, Import wanted) throws ImportRefusedException {
        if (reading.containsKey(place)) {
            String cycle = reading.keySet().stream()
                    .dropWhile(other -> !other.equals(place))
                    .map(other -> other.name().toString())
                    .collect(Collectors.joining(" → "));
            diagnostics.report(
                    Diagnostic.error(wanted.span(), "these files import each other: " + cycle + " → " + place.name()));
            return Optional.empty();
        }
        if (read.containsKey(place)) {
            return Optional.ofNullable(read.get(place));
        }
        if (reading.size() >= DEPTH_LIMIT) {
            throw new ImportRefusedException("imports lead through more than " + DEPTH_LIMIT + " files");
        }
        return place.root().find(place.name()).map(source -> read(source, Optional.of(place)));
    }
}

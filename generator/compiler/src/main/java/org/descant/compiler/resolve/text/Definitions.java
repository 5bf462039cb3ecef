package org.descant.compiler.resolve.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.Prelude;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.ScheduleDeclaration;

/** What the names of functions, rules and schedules stand for in a file: its own definitions, then what it imports, then the prelude. */
public final class Definitions {
    private Definitions() {}

    public sealed interface Lookup permits Found, Ambiguous, Missing {}

    /** One declaration, and the file in which its own names are looked up. */
    public record Found(Declaration declaration, LoadedFile file) implements Lookup {}

    /** Several imports define the name. */
    public record Ambiguous(List<LoadedFile> files) implements Lookup {
        public String message(String name) {
            return "'" + name + "' is defined by two imports: '"
                    + files.get(0).source().name() + "' and '"
                    + files.get(1).source().name() + "'";
        }

        public String suggestion() {
            return "define it in this file, or import one of them only";
        }
    }

    public record Missing() implements Lookup {}

    public static Lookup find(LoadedFile file, String name) {
        Optional<Declaration> own = file.own(name);
        if (own.isPresent()) {
            return new Found(own.get(), file);
        }
        List<LoadedFile> defining = file.imports().stream()
                .filter(other -> other.own(name).isPresent())
                .toList();
        if (defining.size() > 1) {
            return new Ambiguous(defining);
        }
        LoadedFile last = defining.isEmpty() ? Prelude.file() : defining.get(0);
        return last.own(name)
                .<Lookup>map(declaration -> new Found(declaration, last))
                .orElseGet(Missing::new);
    }

    /** Every name that can be found, for suggestions. */
    public static List<String> names(LoadedFile file) {
        List<String> names = new ArrayList<>();
        addTo(names, file);
        file.imports().forEach(other -> addTo(names, other));
        addTo(names, Prelude.file());
        return names;
    }

    /** The rules that can be found, for suggestions. */
    public static List<String> rules(LoadedFile file) {
        List<LoadedFile> files = new ArrayList<>(List.of(file));
        files.addAll(file.imports());
        return files.stream()
                .flatMap(other -> other.syntax().declarations().stream())
                .filter(other -> other instanceof OptimizerDeclaration || other instanceof DerivedOptimizer)
                .map(other -> other.name().text())
                .toList();
    }

    /** The schedules that can be found, for suggestions. */
    public static List<String> schedules(LoadedFile file) {
        List<LoadedFile> files = new ArrayList<>(List.of(file));
        files.addAll(file.imports());
        files.add(Prelude.file());
        return files.stream()
                .flatMap(other -> other.syntax().declarations().stream())
                .filter(ScheduleDeclaration.class::isInstance)
                .map(other -> other.name().text())
                .toList();
    }

    private static void addTo(List<String> names, LoadedFile file) {
        file.syntax()
                .declarations()
                .forEach(declaration -> names.add(declaration.name().text()));
    }
}

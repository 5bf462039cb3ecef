package org.descant.compiler.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.load.ImportName;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.ImportRefusedException;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** The classes of one rule file, and all that was found on the way. */
final class Generation {
    private final BuildRequest request;
    private final String name;
    private final Set<Lookup> lookups = new LinkedHashSet<>();
    private final Set<Diagnostic> messages = new LinkedHashSet<>();
    private final List<GeneratedClass> classes = new ArrayList<>();

    private Generation(BuildRequest request, String name) {
        this.request = request;
        this.name = name;
    }

    /** Compiles a file. */
    static Generation of(BuildRequest request, String name, SourceRoots roots) {
        Generation generation = new Generation(request, name);
        Optional<ImportName> known = ImportName.parse(name);
        if (known.isPresent()) {
            generation.readOrRefuse(known.get(), roots.watched(generation.lookups));
        } else {
            generation.refuse(
                    new SourceText(request.source().shown(name), "").span(),
                    "this is no name that a rule file can have",
                    "write it with letters, digits, spaces and . _ + -");
        }
        return generation;
    }

    /** What cannot be read is said of the file as it is called in all other messages. */
    private void readOrRefuse(ImportName file, ImportPath imports) {
        try {
            imports.roots().get(0).find(file);
        } catch (ImportRefusedException unreadable) {
            messages.add(unreadable.in(request.source().shown(name)));
            return;
        }
        read(file, imports);
    }

    private void read(ImportName file, ImportPath imports) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<LoadedFile> loaded = new RuleLoader(imports).loadFromPath(file, diagnostics);
        messages.addAll(diagnostics.all());
        loaded.ifPresent(read -> generate(read, diagnostics.all(), imports));
    }

    private void generate(LoadedFile file, List<Diagnostic> found, ImportPath imports) {
        boolean isEmpty = Product.OPTIMIZER.definedBy(file).isEmpty()
                && Product.SCHEDULE.definedBy(file).isEmpty();
        String packageName = packageName();
        boolean isPackage = packageName.isEmpty() || SourceVersion.isName(packageName, SourceVersion.RELEASE_17);
        if (!isPackage && !isEmpty) {
            refuse(
                    new Span(file.source(), 0, 0),
                    "the folder of this file is no Java package: '" + packageName + "'",
                    "rename the folder, or leave the file out of those that become classes");
        }
        RuleCompiler compiler = Descant.compiler().importPath(imports).packageName(isPackage ? packageName : "");
        Compilation parsed = (request.options().relaxed() ? compiler.relaxed() : compiler).run(file, found, "parse");
        messages.addAll(parsed.diagnostics());
        if (!parsed.hasErrors()) {
            for (Product product : Product.values()) {
                product.definedBy(file).forEach(declared -> generate(parsed, product, declared));
            }
        }
    }

    private void generate(Compilation parsed, Product product, String declared) {
        Compilation compilation = parsed.run(product, declared, "emit");
        messages.addAll(compilation.diagnostics());
        if (!compilation.hasErrors()) {
            Span place = place(parsed, declared);
            compilation.source().ifPresent(source -> classes.add(new GeneratedClass(declared, place, source)));
            if (request.options().vectors()) {
                compilation
                        .vectorForm()
                        .flatMap(form -> form.source().get())
                        .ifPresent(source -> classes.add(new GeneratedClass(declared, place, source)));
            }
        }
    }

    private static Span place(Compilation parsed, String declared) {
        LoadedFile file = parsed.file().orElseThrow();
        return file.own(declared).map(declaration -> declaration.name().span()).orElse(new Span(file.source(), 0, 0));
    }

    private String packageName() {
        int end = name.lastIndexOf('/');
        String folders = end < 0 ? "" : name.substring(0, end).replace('/', '.');
        String prefix = request.options().packageName();
        return prefix.isEmpty() || folders.isEmpty() ? prefix + folders : prefix + "." + folders;
    }

    private void refuse(Span span, String message, String suggestion) {
        messages.add(Diagnostic.error(span, message, suggestion));
    }

    /** What was found, in the order in which it was found, each thing once. */
    List<Diagnostic> messages() {
        return List.copyOf(messages);
    }

    /** The classes; all, if nothing is wrong. */
    List<GeneratedClass> classes() {
        return List.copyOf(classes);
    }

    /** The file, from the source directory. */
    String name() {
        return name;
    }

    /** What is remembered of it. */
    SourceRecord remembered() {
        return new SourceRecord(
                name,
                List.copyOf(lookups),
                classes.stream().map(GeneratedClass::written).toList());
    }
}

package org.descant.compiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.load.ImportPath;

/**
 * What a compilation is told besides the text.
 *
 * @param product what is made
 * @param rule which of the optimizers or schedules of the file
 * @param options what was chosen, by the names of options
 * @param relaxed whether rewrites may change bits
 */
record Settings(
        Product product,
        Optional<String> rule,
        Map<String, String> options,
        ImportPath importPath,
        String packageName,
        boolean relaxed,
        ClassCompiler backEnd) {
    Settings {
        options = Map.copyOf(options);
    }

    /** What is equal only if the same text gives the same class. */
    List<Object> identity() {
        return List.of(product, rule, options, importPath, packageName, relaxed, backEnd.name());
    }

    /** The same for another product; which one of the file is open again, unless that is said too. */
    Settings of(Product other, Optional<String> name) {
        return new Settings(other, name, options, importPath, packageName, relaxed, backEnd);
    }

    Settings withOption(String name, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(name, value);
        return new Settings(product, rule, more, importPath, packageName, relaxed, backEnd);
    }

    Settings withImportPath(ImportPath path) {
        return new Settings(product, rule, options, path, packageName, relaxed, backEnd);
    }

    Settings withPackageName(String name) {
        return new Settings(product, rule, options, importPath, name, relaxed, backEnd);
    }

    Settings withRelaxed() {
        return new Settings(product, rule, options, importPath, packageName, true, backEnd);
    }

    Settings withBackEnd(ClassCompiler compiler) {
        return new Settings(product, rule, options, importPath, packageName, relaxed, compiler);
    }
}

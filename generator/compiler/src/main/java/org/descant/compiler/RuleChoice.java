package org.descant.compiler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/** Which optimizer or schedule of a file is meant: the one that is named, the only one, or the one that has the name of the file. */
final class RuleChoice {
    private static final int MOST_NAMES = 10;

    private final Product product;
    private final LoadedFile file;
    private final Diagnostics diagnostics;

    RuleChoice(Product product, LoadedFile file, Diagnostics diagnostics) {
        this.product = product;
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Optional<String> choose(Optional<String> wanted) {
        List<String> rules = product.definedBy(file);
        if (wanted.isPresent()) {
            return wanted;
        }
        if (rules.size() == 1) {
            return Optional.of(rules.get(0));
        }
        Optional<String> namesake = rules.stream()
                .filter(rule -> plain(rule).equals(plain(fileName())))
                .findFirst();
        if (namesake.isEmpty()) {
            report(rules);
        }
        return namesake;
    }

    private void report(List<String> rules) {
        if (rules.isEmpty()) {
            diagnostics.report(Diagnostic.error(
                    file.source().span(), "this file defines no " + product.noun(), "write one: " + product.example()));
        } else {
            String names = rules.stream()
                            .limit(MOST_NAMES)
                            .map(rule -> "'" + rule + "'")
                            .collect(Collectors.joining(", "))
                    + (rules.size() > MOST_NAMES ? " and " + (rules.size() - MOST_NAMES) + " more" : "");
            String second = rules.get(1);
            diagnostics.report(Diagnostic.error(
                    file.own(second)
                            .map(declaration -> declaration.name().span())
                            .orElse(file.source().span()),
                    "this file defines the " + product.noun() + "s " + names,
                    "say which of them is meant: " + product.chosenBy() + "(\"" + second
                            + "\") of the compiler in Java, :" + second
                            + " behind the file's name on the command line"));
        }
    }

    private String fileName() {
        String path = file.source().name();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.endsWith(".opt") ? name.substring(0, name.length() - ".opt".length()) : name;
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}

package org.descant.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.descant.compiler.Compilation;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.compiler.build.PathPatterns;
import org.descant.compiler.build.SourceRoot;
import org.descant.harness.report.Report;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.TestedRule;
import org.descant.proof.validate.Validation;
import org.descant.proof.validate.Validator;

/** The optimizers of a source directory, to be validated: by the recorded runs that tables name, or else by running them in every way. */
final class ProjectRules {
    private static final String SUFFIX = ".opt";

    private final SourceRoot source;
    private final PathPatterns chosen;
    private final RuleCompiler compiler;

    ProjectRules(SourceRoot source, PathPatterns chosen, RuleCompiler compiler) {
        this.source = source;
        this.chosen = chosen;
        this.compiler = compiler;
    }

    /**
     * Validates them.
     *
     * @param progress told what is begun, by several threads
     * @throws IOException if the directory cannot be listed
     * @throws RuleException if something is wrong with a rule
     */
    Report validate(String title, List<Path> tables, Consumer<String> progress) throws IOException {
        Validation validation = new Validation(new Validator());
        List<String> recorded = new ArrayList<>();
        for (Path table : tables) {
            RecordedRuns runs = RecordedRuns.of(table, compiler);
            validation.table(runs);
            runs.table().rows().forEach(row -> row.rule().ifPresent(rule -> recorded.add(place(table, rule))));
        }
        for (String name : source.names()) {
            if (chosen.match(name)) {
                alone(validation, source.directory().resolve(name), recorded);
            }
        }
        return validation.run(title, (task, done, all) -> progress.accept(task.rule() + " against " + task.against()));
    }

    private void alone(Validation validation, Path file, List<String> recorded) {
        Compilation parsed = compiler.run(file, "parse");
        if (parsed.hasErrors()) {
            throw new RuleException(parsed.diagnostics());
        }
        TestedRule any = TestedRule.of(compiler, file);
        List<String> optimizers = Product.OPTIMIZER.definedBy(parsed.file().orElseThrow());
        for (String optimizer : optimizers) {
            boolean isMeant = optimizers.size() == 1 || isNamesake(file, optimizer);
            if (!recorded.contains(file + ":" + optimizer) && !(isMeant && recorded.contains(file.toString()))) {
                validation.alone(optimizer, any.rule(optimizer));
            }
        }
    }

    /** What a line of a table calls a rule, with the path of the file in place of the path from the table. */
    private static String place(Path table, String rule) {
        int colon = rule.lastIndexOf(SUFFIX + ":");
        String file = colon < 0 ? rule : rule.substring(0, colon + SUFFIX.length());
        Path path = table.toAbsolutePath().resolveSibling(file).normalize();
        return path + rule.substring(file.length());
    }

    /** Of several optimizers of a file, the one with the file's name is meant where none is named. */
    private static boolean isNamesake(Path file, String optimizer) {
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return plain(name.substring(0, name.length() - SUFFIX.length())).equals(plain(optimizer));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}

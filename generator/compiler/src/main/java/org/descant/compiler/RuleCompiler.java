package org.descant.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.load.DirectoryRoot;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.ImportRoot;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;

/**
 * A compiler of rules with what it is told besides their text. It never changes: each method gives a new one that is told one thing more.
 *
 * <pre>{@code
 * CompiledRule rule = Descant.compiler().option("amsgrad", "true").compile(Path.of("adamw.opt"));
 * }</pre>
 */
public final class RuleCompiler {
    private static final String IN_MEMORY = "<text>";
    private static final String PACKAGE = "optimizers";

    private final Settings settings;

    private RuleCompiler(Settings settings) {
        this.settings = settings;
    }

    static RuleCompiler standard() {
        return new RuleCompiler(new Settings(
                Product.OPTIMIZER,
                Optional.empty(),
                Map.of(),
                ImportPath.library(RuleCompiler.class.getClassLoader()),
                PACKAGE,
                false,
                new JaninoCompiler()));
    }

    /** Chooses an option of the rule: {@code true}, {@code false} or an integer. */
    public RuleCompiler option(String name, String value) {
        Objects.requireNonNull(name, "the name of an option is null");
        Objects.requireNonNull(value, () -> "the value of the option " + name + " is null");
        return new RuleCompiler(settings.withOption(name, value));
    }

    /** Says which optimizer is meant, of a file that defines several. */
    public RuleCompiler rule(String name) {
        return new RuleCompiler(settings.of(Product.OPTIMIZER, Optional.of(named(name))));
    }

    /** Says which schedule is meant: one of the file, of its imports or of the prelude. */
    public RuleCompiler schedule(String name) {
        return new RuleCompiler(settings.of(Product.SCHEDULE, Optional.of(named(name))));
    }

    /** Looks for imports in this folder too, before the library and before folders that were named earlier. */
    public RuleCompiler importFrom(Path folder) {
        List<ImportRoot> roots = new ArrayList<>(List.of(new DirectoryRoot(folder)));
        roots.addAll(settings.importPath().roots());
        return importPath(new ImportPath(roots));
    }

    /** Looks for imports beside the file and on this path, and nowhere else. */
    public RuleCompiler importPath(ImportPath path) {
        return new RuleCompiler(settings.withImportPath(path));
    }

    /**
     * Puts the class into this package; the empty string is the unnamed one.
     *
     * @throws IllegalArgumentException if that is not the name of a Java package
     */
    public RuleCompiler packageName(String name) {
        if (!name.isEmpty() && !SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a Java package");
        }
        return new RuleCompiler(settings.withPackageName(name));
    }

    /** Lets rewrites change bits where that saves time; what is written is computed, bit for bit, otherwise. */
    public RuleCompiler relaxed() {
        return new RuleCompiler(settings.withRelaxed());
    }

    /** Compiles Java with this; Janino unless told. */
    public RuleCompiler backEnd(ClassCompiler compiler) {
        return new RuleCompiler(settings.withBackEnd(compiler));
    }

    /**
     * Compiles a rule file.
     *
     * @throws RuleException if something is wrong with the rule
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public CompiledRule compile(Path file) {
        return RuleCache.SHARED.compile(new RuleText.OnDisk(given(file)), ofOptimizer());
    }

    /**
     * Compiles the text of a rule.
     *
     * @throws RuleException if something is wrong with the rule
     */
    public CompiledRule compile(String text) {
        return compile(inMemory(text));
    }

    /**
     * Compiles the text of a rule, under the name that messages use for it.
     *
     * @throws RuleException if something is wrong with the rule
     */
    public CompiledRule compile(SourceText text) {
        return RuleCache.SHARED.compile(new RuleText.InMemory(text), ofOptimizer());
    }

    /**
     * Compiles a schedule of a file: the one that {@link #schedule} named or, where the file has only one, that.
     *
     * @throws RuleException if something is wrong with it, or with a def or a schedule beside it
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public CompiledSchedule compileSchedule(Path file) {
        return RuleCache.SHARED.compileSchedule(new RuleText.OnDisk(given(file)), ofSchedule());
    }

    /**
     * Compiles a schedule of a text; as {@link #compileSchedule(Path)}.
     *
     * @throws RuleException if something is wrong with it, or with a def or a schedule beside it
     */
    public CompiledSchedule compileSchedule(String text) {
        return compileSchedule(inMemory(text));
    }

    /**
     * Compiles the schedule of that name; the text may import it, and that of the prelude needs none.
     *
     * @throws RuleException if something is wrong with it, or with a def or a schedule beside it
     */
    public CompiledSchedule compileSchedule(String text, String name) {
        return schedule(name).compileSchedule(text);
    }

    /**
     * Compiles a schedule of a text, under the name that messages use for it; as {@link #compileSchedule(Path)}.
     *
     * @throws RuleException if something is wrong with it, or with a def or a schedule beside it
     */
    public CompiledSchedule compileSchedule(SourceText text) {
        return RuleCache.SHARED.compileSchedule(new RuleText.InMemory(text), ofSchedule());
    }

    private static String named(String name) {
        return Objects.requireNonNull(name, "the name is null");
    }

    private static Path given(Path file) {
        return Objects.requireNonNull(file, "the file is null");
    }

    private static SourceText inMemory(String text) {
        return new SourceText(IN_MEMORY, Objects.requireNonNull(text, "the text is null"));
    }

    private Settings ofOptimizer() {
        return settings.product() == Product.OPTIMIZER ? settings : settings.of(Product.OPTIMIZER, Optional.empty());
    }

    private Settings ofSchedule() {
        return settings.product() == Product.SCHEDULE ? settings : settings.of(Product.SCHEDULE, Optional.empty());
    }

    /**
     * Takes a rule file through the stages up to the one of that name, or the first that finds an error.
     *
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public Compilation run(Path file, String stage) {
        return run(new RuleText.OnDisk(file), stage);
    }

    /**
     * Takes the text of a rule through the stages up to the one of that name, or the first that finds an error.
     *
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     */
    public Compilation run(SourceText text, String stage) {
        return run(new RuleText.InMemory(text), stage);
    }

    /**
     * Takes a text that was read before through the stages up to the one of that name, or the first that finds an error. It is not read
     * again unless imports are looked for elsewhere.
     *
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     */
    public Compilation run(Compilation read, String stage) {
        Compilation compilation = read.again(settings);
        Pipeline.run(compilation, stage);
        return compilation;
    }

    /**
     * Takes a file that was read with its imports through the stages up to the one of that name, or the first that finds an error.
     *
     * @param found what was found when it was read
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     */
    public Compilation run(LoadedFile file, List<Diagnostic> found, String stage) {
        return run(new RuleText.Read(file, List.copyOf(found)), stage);
    }

    private Compilation run(RuleText text, String stage) {
        Compilation compilation = new Compilation(text, settings);
        Pipeline.run(compilation, stage);
        return compilation;
    }
}

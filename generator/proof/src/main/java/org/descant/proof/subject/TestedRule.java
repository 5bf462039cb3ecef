package org.descant.proof.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.descant.compiler.Compilation;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.harness.generated.GeneratedSubject;
import org.descant.runtime.ElementType;

/**
 * A rule under test, to be interpreted as it is written or run as it is generated. It never changes: each method gives a new one.
 *
 * <pre>{@code
 * TestedRule adam = TestedRule.of(Descant.compiler(), Path.of("adam.opt"));
 * Subject subject = adam.subject(BackEnd.JANINO, ElementType.FLOAT);
 * }</pre>
 */
public final class TestedRule {
    private final RuleCompiler compiler;
    private final BiFunction<RuleCompiler, String, Compilation> run;
    private final Function<RuleCompiler, CompiledRule> compile;
    /** The folder in which imports are looked for first. */
    private final Optional<Path> folder;

    private final Supplier<EquationSystem> system;

    private TestedRule(
            RuleCompiler compiler,
            BiFunction<RuleCompiler, String, Compilation> run,
            Function<RuleCompiler, CompiledRule> compile,
            Optional<Path> folder) {
        this.compiler = compiler;
        this.run = run;
        this.compile = compile;
        this.folder = folder;
        this.system = new Once<>(this::read);
    }

    /** The rule of a file, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, Path file) {
        return new TestedRule(
                compiler,
                (told, stage) -> told.run(file, stage),
                (RuleCompiler told) -> told.compile(file),
                Optional.ofNullable(file.toAbsolutePath().getParent()));
    }

    /** The rule of a text, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, SourceText text) {
        return new TestedRule(
                compiler,
                (told, stage) -> told.run(text, stage),
                (RuleCompiler told) -> told.compile(text),
                Optional.empty());
    }

    /** The rule with an option chosen: {@code true}, {@code false} or an integer. */
    public TestedRule option(String name, String value) {
        return told(compiler.option(name, value));
    }

    /** Which of several optimizers of a file it is. */
    public TestedRule rule(String name) {
        return told(compiler.rule(name));
    }

    /** The rule, generated with rewrites that may change bits. */
    public TestedRule relaxed() {
        return told(compiler.relaxed());
    }

    /** Another text for the same file: the options are the same, and imports are looked for in the same places. */
    public TestedRule edited(SourceText text) {
        return of(folder.map(compiler::importFrom).orElse(compiler), text);
    }

    private TestedRule told(RuleCompiler other) {
        return new TestedRule(other, run, compile, folder);
    }

    /** What the compiler makes of it, up to the stage of that name or the first that finds an error. */
    public Compilation compilation(String stage) {
        return run.apply(compiler, stage);
    }

    /**
     * The equations as they are written.
     *
     * @throws RuleException if something is wrong with the rule
     */
    public EquationSystem system() {
        return system.get();
    }

    private EquationSystem read() {
        Compilation compilation = compilation("ir");
        if (compilation.hasErrors()) {
            throw new RuleException(compilation.diagnostics());
        }
        return compilation.system().orElseThrow();
    }

    /** Why it can be interpreted but not generated; empty if it can be both. */
    public List<Diagnostic> obstacles() {
        return compilation("emit").diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * The rule at the hands of a back end. Several subjects of one rule share its class.
     *
     * @throws RuleException if something is wrong with the rule, or it cannot be generated
     * @throws IllegalStateException if the back end is not {@linkplain BackEnd#available available}
     */
    public Subject subject(BackEnd backEnd, ElementType type) {
        if (backEnd == BackEnd.INTERPRETER) {
            return new InterpretedSubject(system(), type);
        }
        ClassCompiler java = backEnd.compiler()
                .orElseThrow(() -> new IllegalStateException("this Java has no " + backEnd.label() + "; a JDK has"));
        CompiledRule compiled = compile.apply(compiler.backEnd(java));
        return new GeneratedSubject(
                compiled.description().name() + ", " + backEnd.label() + ", " + type.javaName(),
                type,
                compiled::create);
    }

    /** A value that is made when it is first asked for; a rule is read once, however many subjects there are of it. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> make;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> make) {
            this.make = make;
        }

        @Override
        public synchronized T get() {
            T value = made.orElseGet(make);
            made = Optional.of(value);
            return value;
        }
    }
}

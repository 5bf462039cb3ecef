package org.descant.proof.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.descant.compiler.Compilation;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.CompiledSchedule;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.harness.generated.GeneratedSubject;
import org.descant.harness.generated.ScheduleSubject;
import org.descant.runtime.ElementType;

/**
 * A rule or a schedule under test, to be interpreted as it is written or run as it is generated. It never changes: each method gives a
 * new one. A schedule moves no parameter; as a subject it shows its value as a state that has its name.
 *
 * <pre>{@code
 * TestedRule adam = TestedRule.of(Descant.compiler(), Path.of("adam.opt"));
 * Subject subject = adam.subject(BackEnd.JANINO, ElementType.FLOAT);
 * }</pre>
 */
public final class TestedRule {
    private final RuleCompiler compiler;
    private final Product product;
    private final Text text;
    private final Supplier<EquationSystem> system;

    /** What a compiler is to take. */
    private interface Text {
        Compilation run(RuleCompiler compiler, String stage);

        CompiledRule compile(RuleCompiler compiler);

        CompiledSchedule compileSchedule(RuleCompiler compiler);

        /** The folder in which imports are looked for first. */
        Optional<Path> folder();
    }

    /** A file of the user's. */
    private record OnDisk(Path file) implements Text {
        @Override
        public Compilation run(RuleCompiler compiler, String stage) {
            return compiler.run(file, stage);
        }

        @Override
        public CompiledRule compile(RuleCompiler compiler) {
            return compiler.compile(file);
        }

        @Override
        public CompiledSchedule compileSchedule(RuleCompiler compiler) {
            return compiler.compileSchedule(file);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.ofNullable(file.toAbsolutePath().getParent());
        }
    }

    /** A text that stands nowhere. */
    private record InMemory(SourceText source) implements Text {
        @Override
        public Compilation run(RuleCompiler compiler, String stage) {
            return compiler.run(source, stage);
        }

        @Override
        public CompiledRule compile(RuleCompiler compiler) {
            return compiler.compile(source);
        }

        @Override
        public CompiledSchedule compileSchedule(RuleCompiler compiler) {
            return compiler.compileSchedule(source);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }

    private TestedRule(RuleCompiler compiler, Product product, Text text) {
        this.compiler = compiler;
        this.product = product;
        this.text = text;
        this.system = new Once<>(this::read);
    }

    /** The rule of a file, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, Path file) {
        return new TestedRule(compiler, Product.OPTIMIZER, new OnDisk(file));
    }

    /** The rule of a text, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, SourceText text) {
        return new TestedRule(compiler, Product.OPTIMIZER, new InMemory(text));
    }

    /** The rule with an option chosen: {@code true}, {@code false} or an integer. */
    public TestedRule option(String name, String value) {
        return told(compiler.option(name, value));
    }

    /** Which of several optimizers of a file it is. */
    public TestedRule rule(String name) {
        return named(Product.OPTIMIZER, name);
    }

    /** A schedule of the file, of its imports or of the prelude. */
    public TestedRule schedule(String name) {
        return named(Product.SCHEDULE, name);
    }

    /** Which optimizer or schedule of a file it is. */
    public TestedRule named(Product kind, String name) {
        return new TestedRule(
                switch (kind) {
                    case OPTIMIZER -> compiler.rule(name);
                    case SCHEDULE -> compiler.schedule(name);
                },
                kind,
                text);
    }

    /** The rule, generated with rewrites that may change bits. */
    public TestedRule relaxed() {
        return told(compiler.relaxed());
    }

    /** Another text for the same file: name and options are the same, and imports are looked for in the same places. */
    public TestedRule edited(SourceText other) {
        return new TestedRule(text.folder().map(compiler::importFrom).orElse(compiler), product, new InMemory(other));
    }

    private TestedRule told(RuleCompiler other) {
        return new TestedRule(other, product, text);
    }

    /** Whether it is an optimizer or a schedule. */
    public Product product() {
        return product;
    }

    /** The types of number that its subjects come in: a schedule gives doubles, whatever it is given to. */
    public List<ElementType> types() {
        return switch (product) {
            case OPTIMIZER -> List.of(ElementType.values());
            case SCHEDULE -> List.of(ElementType.DOUBLE);
        };
    }

    /** What the compiler makes of it, up to the stage of that name or the first that finds an error. */
    public Compilation compilation(String stage) {
        return text.run(compiler, stage);
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
        RuleCompiler told = compiler.backEnd(java);
        String how = ", " + backEnd.label() + ", " + type.javaName();
        return switch (product) {
            case OPTIMIZER -> {
                CompiledRule compiled = text.compile(told);
                yield new GeneratedSubject(compiled.description().name() + how, type, compiled::create);
            }
            case SCHEDULE -> {
                CompiledSchedule compiled = text.compileSchedule(told);
                yield new ScheduleSubject(compiled.description().name() + how, compiled::create);
            }
        };
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

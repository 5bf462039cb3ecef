package org.descant.proof.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.descant.compiler.Compilation;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.ClassCompilerException;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.CodeTooLargeException;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Subject;
import org.descant.harness.generated.GeneratedSubject;
import org.descant.harness.generated.ScheduleSubject;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.SettableSchedule;

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
    private static final String PARSE = "parse";

    private final RuleCompiler compiler;
    private final Product product;
    /** The folder in which imports are looked for first. */
    private final Optional<Path> folder;
    /** Shared by all that are made of this one: a file is read once, however many rules of it are tested. */
    private final Once<Compilation> parsed;

    private final Once<EquationSystem> system = new Once<>(this::read);
    private final Once<Compilation> emitted = new Once<>(() -> compilation("emit"));
    private final Map<BackEnd, ClassFiles> classes = new ConcurrentHashMap<>();

    private TestedRule(RuleCompiler compiler, Product product, Optional<Path> folder, Once<Compilation> parsed) {
        this.compiler = compiler;
        this.product = product;
        this.folder = folder;
        this.parsed = parsed;
    }

    /** The rule of a file, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, Path file) {
        return new TestedRule(
                compiler,
                Product.OPTIMIZER,
                Optional.ofNullable(file.toAbsolutePath().getParent()),
                new Once<>(() -> compiler.run(file, PARSE)));
    }

    /** The rule of a text, as this compiler is told to take it. */
    public static TestedRule of(RuleCompiler compiler, SourceText text) {
        return new TestedRule(
                compiler, Product.OPTIMIZER, Optional.empty(), new Once<>(() -> compiler.run(text, PARSE)));
    }

    /**
     * Compiles the classes of many rules at once, which spares javac most of its time. What cannot be compiled so is left to be compiled
     * alone, when it is asked for.
     */
    public static void compileAhead(Collection<TestedRule> rules, BackEnd backEnd) {
        Map<JavaSource, List<TestedRule>> bySource = new LinkedHashMap<>();
        for (TestedRule rule : rules) {
            rule.emitted.get().source().ifPresent(source -> bySource.computeIfAbsent(source, none -> new ArrayList<>())
                    .add(rule));
        }
        backEnd.compiler().ifPresent(java -> batches(bySource.keySet()).parallelStream()
                .flatMap(batch -> compiled(batch, java).stream())
                .forEach(made -> bySource.getOrDefault(made.source(), List.of())
                        .forEach(rule -> rule.classes.put(backEnd, made))));
    }

    /** A rule with several options is several classes of one name, which no compiler takes at once. */
    private static List<List<JavaSource>> batches(Collection<JavaSource> sources) {
        List<Map<String, JavaSource>> batches = new ArrayList<>();
        for (JavaSource source : sources) {
            Optional<Map<String, JavaSource>> open = batches.stream()
                    .filter(batch -> !batch.containsKey(source.className()))
                    .findFirst();
            Map<String, JavaSource> batch = open.orElseGet(LinkedHashMap::new);
            if (open.isEmpty()) {
                batches.add(batch);
            }
            batch.put(source.className(), source);
        }
        return batches.stream().map(batch -> List.copyOf(batch.values())).toList();
    }

    private static List<ClassFiles> compiled(List<JavaSource> sources, ClassCompiler java) {
        try {
            return ClassFiles.compileAll(sources, java);
        } catch (ClassCompilerException | CodeTooLargeException one) {
            return List.of();
        }
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
                folder,
                parsed);
    }

    /** The rule, generated with rewrites that may change bits. */
    public TestedRule relaxed() {
        return told(compiler.relaxed());
    }

    /** Another text for the same file: name and options are the same, and imports are looked for in the same places. */
    public TestedRule edited(SourceText other) {
        RuleCompiler beside = folder.map(compiler::importFrom).orElse(compiler);
        return new TestedRule(beside, product, Optional.empty(), new Once<>(() -> beside.run(other, PARSE)));
    }

    private TestedRule told(RuleCompiler other) {
        return new TestedRule(other, product, folder, parsed);
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
        return compiler.run(parsed.get(), stage);
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
        return emitted.get().diagnostics().stream()
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
            return new InterpretedSubject(product, system(), type);
        }
        ClassFiles files = classes.computeIfAbsent(backEnd, this::compiled);
        String name = system().name() + ", " + backEnd.label() + ", " + type.javaName();
        return switch (product) {
            case OPTIMIZER -> {
                Class<? extends Optimizer> rule = files.load();
                yield new GeneratedSubject(name, type, parameters -> RuleClasses.create(rule, parameters));
            }
            case SCHEDULE -> {
                Class<? extends SettableSchedule> schedule = files.loadSchedule();
                yield new ScheduleSubject(name, () -> RuleClasses.create(schedule));
            }
        };
    }

    private ClassFiles compiled(BackEnd backEnd) {
        ClassCompiler java = backEnd.compiler()
                .orElseThrow(() -> new IllegalStateException("this Java has no " + backEnd.label() + "; a JDK has"));
        Compilation compilation = compiler.backEnd(java).run(parsed.get(), "compile");
        if (compilation.hasErrors()) {
            throw new RuleException(compilation.diagnostics());
        }
        return compilation.classes().orElseThrow();
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

package org.descant.compiler;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.CodeTooLargeException;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.MethodSizes;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.emit.ScheduleClassWriter;
import org.descant.compiler.emit.VectorForm;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.lint.CheckNumbers;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.compiler.plan.SchedulePlan;
import org.descant.compiler.resolve.CheckReadable;
import org.descant.compiler.resolve.Resolver;
import org.descant.compiler.rewrite.Rewriter;
import org.descant.compiler.rewrite.Rewritten;
import org.descant.compiler.shape.InferShapes;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/** One rule or schedule on its way through the {@link Pipeline}: what each stage made of it, as far as it came. */
public final class Compilation {
    /** What has no more operations becomes no method that is too large for anything. */
    private static final int LONGEST_SHORT = 500;

    private static final int MOST_MEASURED = 1_000;

    private final RuleText text;
    private final Settings settings;
    private final Diagnostics diagnostics = new Diagnostics();
    private Optional<LoadedFile> file = Optional.empty();
    /** What was found when the text was read. */
    private List<Diagnostic> parsed = List.of();

    private Optional<RuleModel> model = Optional.empty();
    private Optional<EquationSystem> system = Optional.empty();
    private Optional<Rewritten> rewritten = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Optional<SchedulePlan> schedulePlan = Optional.empty();
    private Optional<JavaSource> source = Optional.empty();
    /** What large code became when it was measured. */
    private Optional<ClassFiles> measured = Optional.empty();

    private Optional<ClassFiles> classes = Optional.empty();

    Compilation(RuleText text, Settings settings) {
        this.text = text;
        this.settings = settings;
    }

    /** What was found wrong or remarkable, in the order in which it was found. */
    public List<Diagnostic> diagnostics() {
        return diagnostics.all();
    }

    /** Whether something is wrong with the rule. */
    public boolean hasErrors() {
        return diagnostics.hasErrors();
    }

    /** The text with its imports. */
    public Optional<LoadedFile> file() {
        return file;
    }

    /** The rule with its names resolved. */
    public Optional<RuleModel> model() {
        return model;
    }

    /** The equation system as the author wrote it, before any rewrite. */
    public Optional<EquationSystem> system() {
        return system;
    }

    /** The equation system that code is generated from. */
    public Optional<EquationSystem> rewrittenSystem() {
        return rewritten.map(Rewritten::system);
    }

    /** What the rewrites did, and how often. */
    public Optional<Rewritten> rewritten() {
        return rewritten;
    }

    /** Whether this is a schedule or an optimizer. */
    public Product product() {
        return settings.product();
    }

    /** How the schedule is to be computed. */
    public Optional<SchedulePlan> schedulePlan() {
        return schedulePlan;
    }

    /** How the rule is to be run. */
    public Optional<Plan> executionPlan() {
        return plan;
    }

    /**
     * Whether the rule is so long that {@code emit} looks whether a class file holds it, and the JVM compiles it; no rule is before it was rewritten. One of more than
     * {@value #MOST_MEASURED} equations is not looked at: Janino keeps for each of them a map of all before it.
     */
    public boolean isLong() {
        List<Equation> equations =
                rewritten.map(each -> each.system().equations()).orElse(List.of());
        int operations = equations.stream()
                .mapToInt(equation -> Subexpressions.within(equation.value()).size())
                .sum();
        return operations > LONGEST_SHORT && equations.size() <= MOST_MEASURED;
    }

    /** The Java that was generated. */
    public Optional<JavaSource> source() {
        return source;
    }

    /** The vector form of an optimizer's class. */
    public Optional<VectorForm> vectorForm() {
        return plan.map(of -> VectorForm.of(of, settings.packageName()));
    }

    /** The class files of the generated class. */
    public Optional<ClassFiles> classes() {
        return classes;
    }

    /**
     * Takes another optimizer of the same text, which is not read again, up to the stage of that name.
     *
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     */
    public Compilation run(String rule, String stage) {
        return run(Product.OPTIMIZER, rule, stage);
    }

    /**
     * Takes another optimizer or schedule of the same text, which is not read again, up to the stage of that name.
     *
     * @throws IllegalArgumentException if no stage of the {@link Pipeline} has that name
     */
    public Compilation run(Product product, String name, String stage) {
        Compilation other = again(settings.of(product, Optional.of(name)));
        Pipeline.run(other, stage);
        return other;
    }

    /** The same text under other settings, as it was read. */
    Compilation again(Settings other) {
        Compilation again = new Compilation(text, other);
        if (other.importPath().equals(settings.importPath())) {
            again.file = file;
            again.parsed = parsed;
            parsed.forEach(again.diagnostics::report);
        }
        return again;
    }

    boolean parse() {
        if (file.isPresent()) {
            return !diagnostics.hasErrors();
        }
        LoadedFile loaded = text.load(settings.importPath(), diagnostics);
        file = Optional.of(loaded);
        boolean sound = !diagnostics.hasErrors();
        if (!sound) {
            for (String optimizer : CheckReadable.check(loaded, diagnostics)) {
                checkShapes(loaded, optimizer, Map.of());
            }
        }
        parsed = diagnostics.all();
        return sound;
    }

    boolean resolve() {
        LoadedFile loaded = file.orElseThrow();
        Optional<String> rule = new RuleChoice(product(), loaded, diagnostics).choose(settings.rule());
        if (product() == Product.SCHEDULE) {
            model = rule.flatMap(name -> Resolver.resolveSchedule(loaded, name, diagnostics));
            return model.isPresent();
        }
        model = rule.flatMap(name -> Resolver.resolve(loaded, name, settings.options(), diagnostics));
        if (model.isEmpty()) {
            // All errors in one run: what the wrong names leave untouched has shapes, which can be wrong too.
            rule.ifPresent(name -> checkShapes(loaded, name, settings.options()));
        }
        return model.isPresent();
    }

    private void checkShapes(LoadedFile loaded, String rule, Map<String, String> options) {
        Resolver.soundPart(loaded, rule, options).ifPresent(part -> InferShapes.check(part, diagnostics));
    }

    boolean shape() {
        system = InferShapes.infer(model.orElseThrow(), diagnostics);
        // The parameters of a schedule have no ranges that could be wrong: where it is applied, it is looked at.
        if (system.isPresent() && product() == Product.OPTIMIZER) {
            CheckNumbers.check(model.orElseThrow(), diagnostics);
        }
        return system.isPresent();
    }

    boolean verify() {
        Verifier.verify(system.orElseThrow());
        return true;
    }

    boolean rewrite() {
        Rewriter rewriter = settings.relaxed() ? Rewriter.relaxed() : Rewriter.strict();
        rewritten = Optional.of(rewriter.rewrite(system.orElseThrow()));
        return true;
    }

    boolean plan() {
        if (product() == Product.SCHEDULE) {
            schedulePlan = Optional.of(SchedulePlan.of(rewritten.orElseThrow().system()));
            return true;
        }
        plan = Planner.plan(rewritten.orElseThrow().system(), diagnostics);
        return plan.isPresent();
    }

    boolean emit() {
        JavaSource written =
                switch (product()) {
                    case OPTIMIZER ->
                        OptimizerWriter.write(plan.orElseThrow(), system.orElseThrow(), settings.packageName());
                    case SCHEDULE -> ScheduleClassWriter.write(schedulePlan.orElseThrow(), settings.packageName());
                };
        source = Optional.of(written);
        if (isLong()) {
            measured = compiled(written, new JaninoCompiler());
            measured.ifPresent(this::warnOfSize);
            return measured.isPresent();
        }
        return true;
    }

    boolean compile() {
        ClassCompiler compiler = settings.backEnd();
        Optional<ClassFiles> made = measured.filter(files -> compiler instanceof JaninoCompiler);
        classes = made.or(() -> compiled(source.orElseThrow(), compiler))
                .map(files -> vectorForm().map(files::with).orElse(files));
        return classes.isPresent();
    }

    private Optional<ClassFiles> compiled(JavaSource written, ClassCompiler compiler) {
        try {
            return Optional.of(ClassFiles.compile(written, compiler));
        } catch (CodeTooLargeException e) {
            refuseSize();
            return Optional.empty();
        }
    }

    private void refuseSize() {
        EquationSystem rule = system.orElseThrow();
        diagnostics.report(Diagnostic.error(
                rule.origin().span(),
                "the " + noun() + " '" + rule.name()
                        + "' becomes a method of more than 64 KB, which no class file can hold",
                "shorten it"));
    }

    private void warnOfSize(ClassFiles files) {
        files.methodSizes().entrySet().stream()
                .filter(method -> !method.getKey().equals(MethodSizes.INITIALIZER))
                .map(Map.Entry::getValue)
                .max(Integer::compare)
                .filter(bytes -> bytes > MethodSizes.LARGEST_COMPILED)
                .ifPresent(this::warnOfSize);
    }

    private void warnOfSize(int bytes) {
        EquationSystem rule = system.orElseThrow();
        diagnostics.report(Diagnostic.warning(
                rule.origin().span(),
                "the " + noun() + " '" + rule.name() + "' becomes a method of " + bytes
                        + " bytes, and the JVM compiles none of more than " + MethodSizes.LARGEST_COMPILED
                        + (bytes > MethodSizes.LONGEST_JUMP ? "; javac, which needs more of them, may refuse it" : ""),
                "it runs, but slowly: apply rules one after the other, or shorten it"));
    }

    private String noun() {
        return switch (product()) {
            case OPTIMIZER -> "rule";
            case SCHEDULE -> "schedule";
        };
    }
}

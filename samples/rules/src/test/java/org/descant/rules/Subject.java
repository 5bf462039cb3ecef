package org.descant.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.compiler.resolve.Resolver;
import org.descant.compiler.rewrite.Rewriter;
import org.descant.compiler.shape.InferShapes;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/** A rule under test, to be interpreted as it is written or run as generated. */
final class Subject {
    private final SourceText source;
    private final Map<String, String> options;
    private final Diagnostics diagnostics = new Diagnostics();

    private Subject(SourceText source, Map<String, Boolean> options) {
        this.source = source;
        this.options = new TreeMap<>();
        options.forEach((name, value) -> this.options.put(name, value.toString()));
    }

    /** A rule of the library, by its name in any case, with all options as they are. */
    static Subject ofLibrary(String rule) {
        return ofLibrary(rule, Map.of());
    }

    /** A rule of the library, by its name in any case. */
    static Subject ofLibrary(String rule, Map<String, Boolean> options) {
        return new Subject(LibraryRules.source(rule), options);
    }

    /** The only rule of a text. */
    static Subject ofText(String text) {
        return new Subject(new SourceText("test.opt", text), Map.of());
    }

    /** What the compiler finds wrong or remarkable. */
    Diagnostics check() {
        Planner.plan(system(), diagnostics);
        return diagnostics;
    }

    /** An optimizer of the generated class. */
    Optimizer optimizer(Parameters parameters) {
        EquationSystem system = Rewriter.strict().rewrite(system()).system();
        Plan plan = found(Planner.plan(system, diagnostics));
        return RuleClasses.create(
                ClassFiles.compile(OptimizerWriter.write(plan, "generated"), new JaninoCompiler())
                        .load(),
                parameters);
    }

    /** The generated class at work on a model of these tensors. */
    Replay generated(List<OracleCase.Start> tensors, ElementType type) {
        TestModel model = new TestModel(type, tensors);
        return new GeneratedReplay(optimizer(model.parameters()), model);
    }

    /** The interpreter at work on a model of these tensors. */
    Replay interpreted(List<OracleCase.Start> tensors, ElementType type) {
        return new InterpretedReplay(system(), tensors, type);
    }

    private EquationSystem system() {
        LoadedFile file = new RuleLoader(ImportPath.library(Subject.class.getClassLoader())).load(source, diagnostics);
        RuleModel model = found(Resolver.resolve(file, Resolver.optimizers(file).get(0), options, diagnostics));
        return found(InferShapes.infer(model, diagnostics));
    }

    private <T> T found(Optional<T> result) {
        return result.orElseThrow(() -> new IllegalStateException(source.name() + ": " + diagnostics.all()));
    }
}

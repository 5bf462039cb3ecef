package org.descant.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.RuleException;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.OptionDescription;
import org.descant.runtime.Parameters;

/** A rule under test, to be interpreted as it is written or run as generated. */
final class Subject {
    private final RuleCompiler compiler;
    private final SourceText source;

    private Subject(RuleCompiler compiler, SourceText source) {
        this.compiler = compiler;
        this.source = source;
    }

    /** A rule of the library, by its name in any case, with all options as they are. */
    static Subject ofLibrary(String rule) {
        return ofLibrary(rule, Map.of());
    }

    /** A rule of the library, by its name in any case. */
    static Subject ofLibrary(String rule, Map<String, Boolean> options) {
        RuleCompiler compiler = Descant.compiler();
        for (Map.Entry<String, Boolean> option : options.entrySet()) {
            compiler = compiler.option(option.getKey(), option.getValue().toString());
        }
        return new Subject(compiler, LibraryRules.source(rule));
    }

    /** The only rule of a text. */
    static Subject ofText(String text) {
        return new Subject(Descant.compiler(), new SourceText("test.opt", text));
    }

    /** The options of the rule that are truth values, each turned to what it is not. */
    Map<String, Boolean> turnedOptions() {
        Map<String, Boolean> turned = new TreeMap<>();
        for (OptionDescription option : compiler.compile(source).description().options()) {
            if (List.of("true", "false").contains(option.value())) {
                turned.put(option.name(), !Boolean.parseBoolean(option.value()));
            }
        }
        return turned;
    }

    /** The same rule, its Java compiled by another compiler than Janino. */
    Subject compiledBy(ClassCompiler backEnd) {
        return new Subject(compiler.backEnd(backEnd), source);
    }

    /** What the compiler finds wrong or remarkable in all its stages. */
    List<Diagnostic> diagnostics() {
        return compiler.run(source, "compile").diagnostics();
    }

    /** An optimizer of the generated class. */
    Optimizer optimizer(Parameters parameters) {
        return compiler.compile(source).create(parameters);
    }

    /** The generated class at work on a model of these tensors. */
    Replay generated(List<OracleCase.Start> tensors, ElementType type) {
        TestModel model = new TestModel(type, tensors);
        return new GeneratedReplay(optimizer(model.parameters()), model);
    }

    /** The interpreter at work on a model of these tensors. */
    Replay interpreted(List<OracleCase.Start> tensors, ElementType type) {
        Compilation compilation = compiler.run(source, "ir");
        if (compilation.hasErrors()) {
            throw new RuleException(compilation.diagnostics());
        }
        EquationSystem system = compilation.system().orElseThrow();
        return new InterpretedReplay(system, tensors, type);
    }
}

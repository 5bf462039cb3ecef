package org.descant.compiler;

import java.util.List;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.RuleClasses;
import org.descant.grammar.source.Diagnostic;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;

/** A rule as a class that is ready to run. The class goes when neither this nor one of its optimizers is held. */
public final class CompiledRule {
    private final ClassFiles files;
    private final Class<? extends Optimizer> type;
    private final List<Diagnostic> warnings;

    CompiledRule(ClassFiles files, List<Diagnostic> warnings) {
        this.files = files;
        this.type = files.load();
        this.warnings = List.copyOf(warnings);
    }

    /**
     * An optimizer of these parameters, before its first step.
     *
     * @throws IllegalArgumentException if the parameters do not suit the rule
     */
    public Optimizer create(Parameters parameters) {
        return RuleClasses.create(type, parameters);
    }

    /** What the rule is, without running it. */
    public RuleDescription description() {
        return RuleClasses.description(type);
    }

    /** The generated class. */
    public Class<? extends Optimizer> type() {
        return type;
    }

    /** The Java text of the class. */
    public String source() {
        return files.source().text();
    }

    /** What the compiler found remarkable, but not wrong. */
    public List<Diagnostic> warnings() {
        return warnings;
    }
}

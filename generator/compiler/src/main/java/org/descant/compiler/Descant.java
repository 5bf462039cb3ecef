package org.descant.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.descant.compiler.load.Prelude;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;

/**
 * Compiles rules while a program runs.
 *
 * <pre>{@code
 * CompiledRule rule = Descant.compile(Path.of("adam.opt"));
 * Optimizer adam = rule.create(parameters);
 * adam.set("lr", 1e-3);
 * adam.step();
 * }</pre>
 *
 * <p>To compile the same rule again costs a look-up, and where it imports files, to read and parse it and all of them: they might have changed.
 */
public final class Descant {
    private static final RuleCompiler STANDARD = RuleCompiler.standard();

    private Descant() {}

    /**
     * Compiles a rule file; its imports are looked for beside it, then in the library.
     *
     * @throws RuleException if something is wrong with the rule; its message is what a person wants to read
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CompiledRule compile(Path file) {
        return STANDARD.compile(file);
    }

    /**
     * Compiles the text of a rule; its imports are looked for in the library.
     *
     * @throws RuleException if something is wrong with the rule; its message is what a person wants to read
     */
    public static CompiledRule compile(String text) {
        return STANDARD.compile(text);
    }

    /**
     * Compiles a schedule of the prelude, such as {@code warmup_cosine}.
     *
     * <pre>{@code
     * adam.schedule("lr", Descant.schedule("cosine").create(Map.of("base", 3e-4, "total", 10_000)));
     * }</pre>
     *
     * @throws RuleException if the prelude has no schedule of that name
     */
    public static CompiledSchedule schedule(String name) {
        Objects.requireNonNull(name, "the name is null");
        if (!schedules().contains(name)) {
            throw new RuleException(new Diagnostic(
                    Severity.ERROR,
                    Prelude.file().source().span(),
                    "there is no schedule '" + name + "'",
                    Words.instead(name, schedules())));
        }
        return STANDARD.compileSchedule("", name);
    }

    /** The names of the prelude's schedules. */
    public static List<String> schedules() {
        return Product.SCHEDULE.definedBy(Prelude.file());
    }

    /** A compiler that can be told more: options of the rule, where imports are, which rule of a file. */
    public static RuleCompiler compiler() {
        return STANDARD;
    }
}

package org.descant.compiler;

import java.nio.file.Path;

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
 * <p>To compile the same rule again costs a look-up.
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

    /** A compiler that can be told more: options of the rule, where imports are, which rule of a file. */
    public static RuleCompiler compiler() {
        return STANDARD;
    }
}
